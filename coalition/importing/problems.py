"""What is wrong with a list that somebody brought, said in sentences that name the line."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..errors import CoalitionError


class Unreadable(CoalitionError):  # noqa: N818 - says what the list is
    """A file or a text that is no list of endorsers; its text is a sentence to who brought it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one line cannot be taken over; ``column`` is empty where it is about the whole line.

    The sentence never repeats what a contact's column holds.
    """

    line: int
    sentence: str
    column: str = ""

    def __str__(self) -> str:
        where = {"line": self.line, "column": self.column, "sentence": self.sentence}
        if self.column:
            return _("Line %(line)s, %(column)s: %(sentence)s") % where
        return _("Line %(line)s: %(sentence)s") % where
