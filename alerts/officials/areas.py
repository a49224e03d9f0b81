"""The House districts of many ZIP codes at once."""

from collections.abc import Collection, Iterable
from itertools import groupby

from .districts import District, sitting_congress
from .models import ZipDistrict

# Databases limit how many values one statement takes.
AT_ONCE = 500


def areas_in_force(rows: Iterable[ZipDistrict]) -> tuple[District, ...]:
    """Of all that is known of one ZIP, the districts of the lines now in force, or the nearest."""
    held = list(rows)
    loaded = {row.congress for row in held}
    in_force = {number for number in loaded if number <= sitting_congress()}
    congress = max(in_force) if in_force else min(loaded, default=0)
    return tuple(sorted(row.area for row in held if row.congress == congress))


def single_districts(zips: Collection[str]) -> dict[str, District]:
    """The district of each of ``zips`` that lies in one only; others are left out."""
    found: dict[str, District] = {}
    wanted = sorted(zips)
    for start in range(0, len(wanted), AT_ONCE):
        rows = ZipDistrict.objects.filter(zip__in=wanted[start : start + AT_ONCE]).order_by("zip")
        for zip5, group in groupby(rows, key=lambda row: row.zip):
            areas = areas_in_force(group)
            if len(areas) == 1:
                found[zip5] = areas[0]
    return found
