"""The numbers on the map, and the words they are read with."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from locales.cldr import local_number

from ..listing.counts import numbers_of
from ..listing.grouping import AT_HOME, in_alphabet, without_place
from ..listing.rows import Row
from ..places import PLACES, TRIBAL, place_name
from .shapes import HEIGHT, WIDTH, Shape, shapes
from .tiles import tiles

SHADES = 4


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with its number.

    ``label`` says place and number in a phrase; ``mark`` is what stands beside the number where
    there is no room for a name. ``shade`` is 0 where nobody is, else from 1 to ``SHADES``.
    ``url`` is empty while there is no page of the coalition in the reader's language.
    """

    code: str
    name: str
    count: int
    label: str
    shade: int
    shape: Shape
    column: int
    row: int
    url: str

    @property
    def mark(self) -> str:
        """The postal code; tribal nations are in no state and have a name only."""
        return self.name if self.code == TRIBAL else self.code


@dataclass(frozen=True, slots=True)
class StateMap:
    """All places in the order of the reader's alphabet, and how many endorsers are in none.

    ``beyond`` work nationally or internationally; ``elsewhere`` have been given no place yet.
    """

    places: list[MapPlace]
    beyond: int
    elsewhere: int
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


def state_map(rows: Iterable[Row], urls: Mapping[str, str]) -> StateMap:
    """The map of ``rows``; ``urls`` are the addresses of the places' pages by code."""
    rows = list(rows)
    counts = numbers_of(rows).by_place
    most = max(counts.values())
    names = {code: place_name(code) for code in PLACES}
    codes = sorted(PLACES, key=lambda code: (code == TRIBAL, in_alphabet(names[code])))
    places = [
        MapPlace(
            code=code,
            name=names[code],
            count=counts[code],
            label=label(names[code], counts[code]),
            shade=shade(counts[code], most),
            shape=shapes()[code],
            column=tiles()[code][0],
            row=tiles()[code][1],
            url=urls.get(code, ""),
        )
        for code in codes
    ]
    beyond = sum(row.scope not in AT_HOME for row in rows)
    return StateMap(places, beyond, elsewhere=len(without_place(rows)))


def label(name: str, count: int) -> str:
    """A place and its number in the reader's language: “Georgia: 6 endorsers”."""
    if count == 0:
        return gettext("%(place)s: no endorsers yet") % {"place": name}
    return ngettext("%(place)s: %(number)s endorser", "%(place)s: %(number)s endorsers", count) % {
        "place": name,
        "number": local_number(count),
    }


def shade(count: int, most: int) -> int:
    """How dark a place is: each step stands for a multiple, as a few places have most."""
    if count == 0:
        return 0
    return 1 + int(SHADES * math.log(count) / math.log(most + 1))
