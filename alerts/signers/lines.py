"""The lines of the list: what each signer has agreed to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from alerts.officials.states import STATES
from alerts.petitions.display import opened
from alerts.petitions.models import Signature
from locales.countries import HOME, country_name

# Where those stand who live abroad, or whose ZIP code is of no state that is known.
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Line:
    """One signer; ``place`` is a state's code or :data:`ELSEWHERE`, ``country`` is named abroad."""

    place: str
    name: str
    title: str
    organisation: str
    city: str
    country: str


def read_lines(signatures: QuerySet[Signature]) -> Iterator[Line]:
    """The signers of ``signatures``, read in one query; who is forgotten is left out."""
    rows = signatures.only("pk", "petition", "sealed", "region", "country")
    for row, told in opened(rows, holding="name"):
        yield _line(row, told)


def place_of(region: str) -> str:
    """Under which heading the signers of ``region`` stand."""
    return region if region in STATES else ELSEWHERE


def _line(row: Signature, told: dict[str, str]) -> Line:
    return Line(
        place=place_of(row.region),
        name=told["name"],
        title=told.get("title", ""),
        organisation=told.get("organisation", ""),
        city=told.get("city", ""),
        country="" if row.country == HOME else country_name(row.country),
    )
