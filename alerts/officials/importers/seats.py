"""The offices a public file speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass

from alerts.officials.models import Office


@dataclass(frozen=True, slots=True)
class Seat:
    """What tells one office from every other."""

    kind: str
    state: str
    district: int | None = None
    seat_class: int | None = None

    def __str__(self) -> str:
        if self.kind == Office.Kind.SENATOR:
            return f"{self.state} Senate class {self.seat_class}"
        return f"{self.state}-{self.district}"


def ensure_offices(seats: Iterable[Seat]) -> dict[Seat, Office]:
    """Every office there is by its seat, after creating those of ``seats`` that are missing."""
    known = {seat_of(office): office for office in Office.objects.all()}
    missing = sorted(set(seats) - known.keys(), key=str)
    created = Office.objects.bulk_create(
        Office(kind=seat.kind, state=seat.state, district=seat.district, seat_class=seat.seat_class)
        for seat in missing
    )
    return known | dict(zip(missing, created, strict=True))


def seat_of(office: Office) -> Seat:
    """The seat of a stored office."""
    return Seat(office.kind, office.state, office.district, office.seat_class)


def vacant_seats() -> list[str]:
    """The seats that nobody holds, in the order of the states."""
    return [str(seat_of(office)) for office in Office.objects.vacant()]
