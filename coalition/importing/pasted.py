"""Reading a list as it stands on a page: headings, and one name on each line below."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .cells import read_cells
from .places import heading
from .problems import Unreadable
from .rows import Reading, ReadRow
from .tables import MOST_ROWS, too_many_rows

_CONTINUED = re.compile(r"\(?\bcont(?:inued|['’]?d|\.)\.?\)?$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z](?:\s*[-–—]\s*[A-Z])?")
_BULLET = re.compile(r"^(?:[•·▪◦‣*]\s*|[-–—]\s+)")
_OPENING = re.compile(r"\(\s+")
_CLOSING = re.compile(r"\s+\)")

_BEFORE_CONTINUED = " \t\xa0,–—-"
# No heading is longer, and no name.
LONGEST = 500

Written = list[tuple[int, str]]


def read_pasted(text: str) -> Reading:
    """One row for each name below the first heading; raises :class:`Unreadable`.

    A heading is the full name of a place, NATIONAL or INTERNATIONAL, perhaps “continued”. Letters
    (A, D-F) are headings only right above a heading. What stands before the first one is skipped.
    """
    written = [(at, line.strip()) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    rows = [_row(at, place, name) for at, place, name in _names(written)]
    if not rows:
        raise Unreadable(
            _(
                "No list was found. Write NATIONAL or the name of a state on a line of its own, and"
                " the names below it, one on each line."
            )
        )
    if len(rows) > MOST_ROWS:
        raise too_many_rows()
    return Reading(rows)


def _names(written: Written) -> Iterator[tuple[int, str, str]]:
    """Each name with its line and its place."""
    place = ""
    for index, (at, line) in enumerate(written):
        if found := _place(line):
            place = found
        elif place and not _is_letters(written, index):
            yield at, place, _tidy(line)


def _place(line: str) -> str:
    """The place that a line is the heading of, if it is one."""
    plain = line.rstrip(":")
    if len(plain) > LONGEST:
        return ""
    if found := _CONTINUED.search(plain):
        plain = plain[: found.start()].rstrip(_BEFORE_CONTINUED)
    return heading(plain)


def _is_letters(written: Written, index: int) -> bool:
    """Whether a line is a letter heading: letters only, with a place below it."""
    if not _LETTERS.fullmatch(written[index][1]):
        return False
    return index + 1 < len(written) and bool(_place(written[index + 1][1]))


def _tidy(line: str) -> str:
    """A name without bullets, double spaces and spaces inside brackets."""
    plain = " ".join(_BULLET.sub("", line).split())
    return _CLOSING.sub(")", _OPENING.sub("(", plain))


def _row(at: int, place: str, name: str) -> ReadRow:
    values, problems = read_cells(at, {"name": name})
    return ReadRow(at, {"place": place, **values}, tuple(problems))
