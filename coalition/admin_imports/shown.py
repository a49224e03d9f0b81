"""A plan as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..importing import Item, Plan
from ..importing.telling import listed_under, told_change, told_lines
from ..services.entering import known

# A page with thousands of names would be too heavy; the counts above it are of all.
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One endorser of a list, in the reader's words; no contact is among them.

    ``is_remarked`` says whether it would be listed for identification purposes only.
    """

    lines: str
    name: str
    places: str
    changes: list[tuple[str, str, str]]
    hints: list[str]
    endorses: bool
    is_remarked: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The first ``items`` of a part of a plan, of ``total``."""

    items: Sequence[Any]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.items)


def shown_plan(plan: Plan) -> dict[str, Shown]:
    """Every part of ``plan``, ready for the page."""
    return {
        "created": _shown(plan.created),
        "changed": _shown(plan.changed),
        "skipped": _shown(plan.skipped),
        "problems": Shown(plan.problems[:MOST_SHOWN], len(plan.problems)),
    }


def _shown(items: list[Item]) -> Shown:
    return Shown([_item(item) for item in items[:MOST_SHOWN]], len(items))


def _item(item: Item) -> ShownItem:
    return ShownItem(
        lines=told_lines(item),
        name=item.name,
        places=listed_under(item.headings),
        changes=[told_change(change) for change in item.changes],
        hints=item.hints,
        endorses=item.endorses,
        is_remarked=_is_remarked(item),
    )


def _is_remarked(item: Item) -> bool:
    now = known(item.endorser) if item.endorser else {}
    then = now | item.values
    is_affiliated = then.get("person") and then.get("affiliation")
    return bool(then.get("identification_only") or is_affiliated)
