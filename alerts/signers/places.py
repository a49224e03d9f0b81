"""The list under its headings: the states in the reader's alphabet, elsewhere last."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet
from django.utils.translation import pgettext

from alerts.officials.states import STATES, state_name
from alerts.petitions.lines import ELSEWHERE, Line, place_of, read_lines
from alerts.petitions.models import Signature
from coalition.listing.grouping import in_alphabet
from coalition.names import sort_key


@dataclass(frozen=True, slots=True)
class Place:
    """A heading, how many stand under it, and who; ``lines`` is empty where only numbers show."""

    code: str
    name: str
    number: int
    lines: list[Line] = field(default_factory=list)

    @property
    def slug(self) -> str:
        """The place in addresses."""
        return self.code.lower()


def named_places(signatures: QuerySet[Signature]) -> list[Place]:
    """Everybody of ``signatures`` under the headings; one query."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in read_lines(signatures):
        found[line.place].append(line)
    return _in_order(
        Place(code, place_name(code), len(lines), sorted(lines, key=_by_name))
        for code, lines in found.items()
    )


def numbered_places(signatures: QuerySet[Signature]) -> list[Place]:
    """How many of ``signatures`` stand under each heading; one query, whoever they are."""
    regions = signatures.order_by().values("region").annotate(number=Count("pk"))
    numbers: Counter[str] = Counter()
    for region, number in regions.values_list("region", "number"):
        numbers[place_of(region)] += number
    return _in_order(Place(code, place_name(code), number) for code, number in numbers.items())


def at_home_in(signatures: QuerySet[Signature], code: str) -> QuerySet[Signature]:
    """Those of ``signatures`` that stand under the heading ``code``."""
    if code == ELSEWHERE:
        return signatures.exclude(region__in=STATES)
    return signatures.filter(region=code)


def place_name(code: str) -> str:
    """The heading of a place in the reader's language."""
    if code == ELSEWHERE:
        return pgettext("heading of a list", "Elsewhere")
    return state_name(code)


def _in_order(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.code == ELSEWHERE, in_alphabet(place.name)))


def _by_name(line: Line) -> tuple[str, str]:
    return sort_key(line.name), line.name
