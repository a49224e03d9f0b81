"""Where those who signed are at home, as far as the public may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from alerts.officials.states import STATES, state_name

from .models import Petition, Tally, TallyEntry

# Fewer would tell who they are.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A state and how many have signed there; never fewer than :data:`FEWEST`."""

    name: str
    count: int


def public_counts(petition: Petition) -> dict[str, int]:
    """How many have signed in each state that may be named, by its code, in one query.

    Exact while the worker folds: tallies and entries are read in one statement.
    """
    tallies = _totals(Tally.objects.filter(petition=petition), "count")
    entries = _totals(TallyEntry.objects.filter(petition=petition), "delta")
    sums: dict[str, int] = {}
    for region, total in tallies.union(entries, all=True):
        sums[region] = sums.get(region, 0) + total
    return {code: count for code, count in sums.items() if code in STATES and count >= FEWEST}


def in_order(counts: Mapping[str, int]) -> list[Place]:
    """The places of :func:`public_counts`, the highest number first, equal ones by name."""
    named = [Place(state_name(code), count) for code, count in counts.items()]
    return sorted(named, key=lambda place: (-place.count, place.name))


def _totals(rows: "QuerySet[Any]", column: str) -> "QuerySet[Any, tuple[str, int]]":
    return rows.order_by().values_list("region").annotate(total=Sum(column))
