"""Who decides for a state: its seats in Congress."""

from dataclasses import dataclass

from alerts.officials.models import Office
from alerts.officials.states import STATES


@dataclass(frozen=True, slots=True)
class Seats:
    """A state's seats with their holders; a seat nobody holds has none.

    ``has_senators`` is false for the capital and the territories, which elect none.
    """

    senate: list[Office]
    house: list[Office]
    has_senators: bool


def seats_of(state: str) -> Seats | None:
    """The seats of ``state`` in one query; ``None`` while none is known, and of tribal nations."""
    if state not in STATES:
        return None
    found = list(Office.objects.filter(state=state).select_related("official"))
    if not found:
        return None
    return Seats(
        senate=[office for office in found if office.kind == Office.Kind.SENATOR],
        house=[office for office in found if office.kind == Office.Kind.REPRESENTATIVE],
        has_senators=STATES[state].has_senators,
    )
