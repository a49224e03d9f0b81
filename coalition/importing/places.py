"""Understanding the name of a place as people write it."""

import difflib
import re
from functools import cache

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from alerts.officials.states import STATES
from locales.languages import BY_CODE

from ..exporting.values import INTERNATIONAL, NATIONAL
from ..places import PLACES, TRIBAL, place_name

SEPARATORS = re.compile(r"[;/|\n,]|\s(?:and|&)\s", re.IGNORECASE)
# Nothing longer is looked at: comparing takes time that grows with the square of its length.
LONGEST = 200
# A slip of one or two letters in a name is as close as this; another word is not.
CLOSE = 0.8
# Fewer letters begin too many words to tell which is meant.
SHORTEST_BEGINNING = 4
ALSO = {
    "national": NATIONAL,
    "international": INTERNATIONAL,
    "washington dc": "DC",
    "washington, dc": "DC",
    "virgin islands": "VI",
    "us virgin islands": "VI",
    "tribal nation": TRIBAL,
    "tribal": TRIBAL,
}


def read_place(text: str) -> str:
    """NATIONAL, INTERNATIONAL or a code of :data:`~coalition.places.PLACES`.

    Takes full names in any language of the site and postal codes; raises ``ValidationError``.
    """
    if found := heading(text) or _postal_code(text):
        return found
    is_short = len(text) <= LONGEST
    if is_short and SEPARATORS.search(text):
        message = _(
            "“%(text)s” is more than one place. One place per row: write a row of its own for each,"
            " with the same id."
        )
    elif is_short and (guess := _guess(text)):
        message = _("“%(text)s” is no place we know. Did you mean %(guess)s?")
        raise ValidationError(message % {"text": text[:60], "guess": guess})
    else:
        message = _(
            "“%(text)s” is no place we know. Please write NATIONAL, INTERNATIONAL, Tribal nations,"
            " or a state's name or its two letters."
        )
    raise ValidationError(message % {"text": text[:60]})


def heading(text: str) -> str:
    """The place whose full name ``text`` is, in any case; nothing for anything else."""
    return _names().get(_plain(text), "")


def _postal_code(text: str) -> str:
    code = _plain(text).upper()
    return code if code in STATES else ""


def _guess(text: str) -> str:
    """The name of the one place that ``text`` abbreviates or nearly spells; else nothing."""
    plain, names = _plain(text), _names()
    begun = {code for name, code in names.items() if name.startswith(plain)}
    if len(begun) == 1 and len(plain) >= SHORTEST_BEGINNING:
        return place_name(begun.pop())
    swapped = [name for name in names if sorted(name) == sorted(plain)]
    close = swapped or difflib.get_close_matches(plain, names, n=1, cutoff=CLOSE)
    return place_name(names[close[0]]) if close else ""


def _plain(text: str) -> str:
    return " ".join(text.replace(".", "").casefold().split())


@cache
def _names() -> dict[str, str]:
    """The code of every place by its name in each language."""
    names = dict(ALSO)
    for language in BY_CODE:
        with translation.override(language):
            names |= {_plain(str(name)): code for code, name in PLACES.items()}
    return names
