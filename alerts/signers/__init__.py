"""The list under a sign-on letter: by state, as it is now and as it was delivered.

Elsewhere no state with fewer than :data:`alerts.petitions.small.FEWEST` is ever named. Here it
is: everybody on the list has agreed to stand there with name, city and state, and nobody else is
counted in its numbers.
"""

from .letter import LetterList, letter_list
from .page import ListPage, list_page

__all__ = ["LetterList", "ListPage", "letter_list", "list_page"]
