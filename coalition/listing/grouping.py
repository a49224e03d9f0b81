"""The list under its headings: national, international, states by letter, tribal nations."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..models.endorser import Endorser
from ..places import TRIBAL, place_name
from .letters import LetterRanges, capital, heading, letter_of
from .rows import Row

Scope = Endorser.Scope
AT_HOME = {Scope.STATE.value, Scope.LOCAL.value}


@dataclass(frozen=True, slots=True)
class Place:
    """A state, territory or the tribal nations, with who is at home there."""

    code: str
    name: str
    rows: list[Row]

    @property
    def slug(self) -> str:
        """The place in addresses and anchors."""
        return self.code.lower()


@dataclass(frozen=True, slots=True)
class Group:
    """What stands under one first heading: either ``rows``, or ``places`` with theirs.

    ``key`` is its anchor: the letters, ``national``, ``international``, ``tribal``, ``elsewhere``.
    """

    key: str
    heading: str
    rows: list[Row]
    places: list[Place]

    @property
    def place(self) -> str:
        """The slug of the place that the whole group is, if it is one."""
        return self.key if self.key == TRIBAL else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Everybody of a list, each under every heading they belong to; ``total`` counts them once."""

    groups: list[Group]
    total: int


def places_of(row: Row) -> tuple[str, ...]:
    """Where ``row`` is listed: who works nationally or abroad is listed in no state."""
    return row.places if row.scope in AT_HOME else ()


def of_place(rows: Iterable[Row], code: str) -> list[Row]:
    """Those of ``rows`` who are listed in the place ``code``; everybody where that is empty."""
    return [row for row in rows if code in {"", *places_of(row)}]


def without_place(rows: Iterable[Row]) -> list[Row]:
    """Those of a state or town that staff have given no place yet."""
    return [row for row in rows if row.scope in AT_HOME and not row.places]


def group(rows: Iterable[Row], ranges: LetterRanges, *, only: str = "") -> Listing:
    """``rows`` under their headings; with ``only``, under the heading of that place alone."""
    rows = list(rows)
    at_home = _by_place(rows, only)
    states = [_place(code, some) for code, some in at_home.items() if code != TRIBAL]
    groups = [
        Group("national", _("NATIONAL"), _of_scope(rows, Scope.NATIONAL), []),
        Group("international", _("INTERNATIONAL"), _of_scope(rows, Scope.INTERNATIONAL), []),
        *_under_letters(states, ranges),
        Group(TRIBAL, place_name(TRIBAL), at_home.get(TRIBAL, []), []),
        Group("elsewhere", pgettext("heading of a list", "ELSEWHERE"), without_place(rows), []),
    ]
    return Listing([group for group in groups if group.rows or group.places], len(rows))


def _by_place(rows: list[Row], only: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for code in places_of(row):
            if only in {"", code}:
                found[code].append(row)
    return found


def _of_scope(rows: list[Row], scope: str) -> list[Row]:
    return [row for row in rows if row.scope == scope]


def _place(code: str, rows: list[Row]) -> Place:
    return Place(code, place_name(code), rows)


def in_alphabet(name: str) -> tuple[str, str]:
    """What ``name`` is sorted by in its own alphabet."""
    plain = "".join(capital(char) for char in unicodedata.normalize("NFC", name))
    return letter_of(name), plain


def _under_letters(places: list[Place], ranges: LetterRanges) -> list[Group]:
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda place: in_alphabet(place.name)):
        groups[ranges.range_of(letter_of(place.name))].append(place)
    headings = [heading(letter_of(place.name) for place in found) for found in groups.values()]
    return [
        Group(name, name, [], found) for name, found in zip(headings, groups.values(), strict=True)
    ]
