"""The lines of a sign-on letter's list: what each signer has agreed to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from alerts.officials.states import STATES, state_name
from locales.countries import HOME, country_name

from .display import opened
from .models import Signature

# Where those stand who live abroad, or whose ZIP code is of no state that is known.
ELSEWHERE = "elsewhere"
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One signer; ``place`` is a state's code or :data:`ELSEWHERE`, ``country`` is named abroad."""

    place: str
    name: str
    title: str
    organisation: str
    city: str
    country: str

    @property
    def home(self) -> str:
        """The state in the reader's language, abroad the country, or nothing that is known."""
        return state_name(self.place) if self.place in STATES else self.country


def read_lines(signatures: QuerySet[Signature]) -> Iterator[Line]:
    """The signers of ``signatures``, read in one query; who is forgotten is left out."""
    rows = signatures.only("pk", "petition", "sealed", "region", "country")
    for row, told in opened(rows.iterator(chunk_size=AT_ONCE), holding="name"):
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
