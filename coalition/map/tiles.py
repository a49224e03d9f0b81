"""The map of small screens: a tile for each place, all of one size, near where the place lies."""

from functools import cache

from ..places import TRIBAL

TRIBAL_CORNER = (5, 9)
GRID = """
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. .. WI .. .. VT NH
WA ID MT ND MN IL MI .. NY MA ..
OR NV WY SD IA IN OH PA NJ CT RI
CA UT CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. ..
HI .. .. TX .. .. .. .. FL .. PR
GU MP AS .. .. .. .. .. .. .. VI
"""


@cache
def tiles() -> dict[str, tuple[int, int]]:
    """The column and row of every place's tile, from 1; that of tribal nations spans several."""
    lines = [line.split() for line in GRID.strip().splitlines()]
    found = {
        code: (column, row)
        for row, line in enumerate(lines, start=1)
        for column, code in enumerate(line, start=1)
        if code != ".."
    }
    return {**found, TRIBAL: TRIBAL_CORNER}
