"""Bringing the stored districts of ZIP codes up to a file."""

from dataclasses import dataclass
from typing import TypeVar

from alerts.officials.districts import District
from alerts.officials.models import Office, ZipDistrict

from .progress import progress
from .seats import Seat, ensure_offices

Item = TypeVar("Item")
Pair = tuple[str, District]

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class AtlasChanges:
    """How many pairs of ZIP code and district an import adds, removes and leaves."""

    added: int
    removed: int
    unchanged: int
    samples_removed: int


def update_atlas(pairs: set[Pair], *, congress: int, is_sample: bool = False) -> AtlasChanges:
    """Make ``pairs`` the whole of one Congress's lines; the caller opens the transaction.

    Each district also gets its office, so that a vacant seat is one that editors can fill.
    """
    samples_removed = 0 if is_sample else ZipDistrict.objects.filter(is_sample=True).delete()[0]
    stored = _stored(congress)
    added = sorted(pairs - stored.keys())
    removed = [stored[pair] for pair in stored.keys() - pairs]
    for keys in progress(_batches(removed), "batches removed"):
        ZipDistrict.objects.filter(pk__in=keys).delete()
    for batch in progress(_batches(added), "batches added"):
        ZipDistrict.objects.bulk_create(_row(pair, congress, is_sample) for pair in batch)
    house = Office.Kind.REPRESENTATIVE
    ensure_offices(Seat(house, area.state, district=area.number) for _zip, area in pairs)
    return AtlasChanges(len(added), len(removed), len(pairs) - len(added), samples_removed)


def _stored(congress: int) -> dict[Pair, int]:
    rows = ZipDistrict.objects.filter(congress=congress)
    values = rows.values_list("pk", "zip", "state", "district")
    return {(zip_code, District(state, number)): pk for pk, zip_code, state, number in values}


def _batches(items: list[Item]) -> list[list[Item]]:
    return [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]


def _row(pair: Pair, congress: int, is_sample: bool) -> ZipDistrict:
    zip_code, area = pair
    return ZipDistrict(
        zip=zip_code,
        congress=congress,
        state=area.state,
        district=area.number,
        is_sample=is_sample,
    )
