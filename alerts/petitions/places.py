"""Where those who signed are at home, as far as the public may know."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from alerts.officials.states import STATES, state_name

from .models import Petition, Tally, TallyEntry
from .small import without_few, without_guessable


@dataclass(frozen=True, slots=True)
class Place:
    """A state and how many have signed there."""

    name: str
    count: int


def state_counts(petition: Petition) -> Counter[str]:
    """How many have signed in each state, by its code, and under ``""`` anywhere else; one query.

    Exact while the worker folds: tallies and entries are read in one statement. Not for the public
    as it is: a place may have so few that its number tells who they are.
    """
    tallies = _totals(Tally.objects.filter(petition=petition), "count")
    entries = _totals(TallyEntry.objects.filter(petition=petition), "delta")
    counts: Counter[str] = Counter()
    for region, total in tallies.union(entries, all=True):
        counts[region if region in STATES else ""] += total
    return counts


def nameable(counts: Mapping[str, int]) -> frozenset[str]:
    """The states of :func:`state_counts` that may stand beside a name: enough have signed there."""
    return frozenset(without_few(counts))


def public_places(counts: Mapping[str, int]) -> list[Place]:
    """What the public may know of :func:`state_counts`, the highest number first.

    The public has the count of all of them too: no number can be told from what is left.
    """
    shown = without_guessable(counts).items()
    named = [Place(state_name(code), count) for code, count in shown]
    return sorted(named, key=lambda place: (-place.count, place.name))


def _totals(rows: "QuerySet[Any]", column: str) -> "QuerySet[Any, tuple[str, int]]":
    return rows.order_by().values_list("region").annotate(total=Sum(column))
