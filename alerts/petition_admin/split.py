"""A petition's count by state and language, as a table for staff."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext

from alerts.officials.states import state_name
from alerts.petitions.counting import split
from alerts.petitions.models import Petition
from coalition.spoken import language_name

Numbers = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """Signatures of one place: ``cells`` by language, in the order of the table's columns."""

    name: str
    cells: list[int]
    total: int
    on_paper: int


@dataclass(frozen=True, slots=True)
class Split:
    """The table, and its last two lines: all signatures, and all on paper, by language."""

    languages: list[str]
    rows: list[Row]
    totals: Row
    on_paper: list[int]


def split_of(petition: Petition) -> Split:
    """The exact count of ``petition`` as it is now; what is on paper stands beside it."""
    counted, paper = split(petition), _on_paper(petition)
    locales = sorted({locale for locale, _region in counted + paper})
    regions = {region for _locale, region in counted + paper}
    rows = [_row(_place(region), locales, counted, paper, [region]) for region in regions]
    totals = _row(gettext("All"), locales, counted, paper, regions)
    return Split(
        languages=[language_name(locale) for locale in locales],
        rows=sorted(rows, key=lambda row: (-row.total, -row.on_paper, row.name)),
        totals=totals,
        on_paper=[_sum(paper, [locale], regions) for locale in locales],
    )


def _row(
    name: str, locales: Iterable[str], counted: Numbers, paper: Numbers, regions: Iterable[str]
) -> Row:
    cells = [_sum(counted, [locale], regions) for locale in locales]
    return Row(name, cells, sum(cells), _sum(paper, locales, regions))


def _sum(numbers: Numbers, locales: Iterable[str], regions: Iterable[str]) -> int:
    return sum(numbers[locale, region] for locale in locales for region in regions)


def _place(region: str) -> str:
    return state_name(region) if region else gettext("Elsewhere or not known")


def _on_paper(petition: Petition) -> Numbers:
    sheets = petition.paper.filter(taken_back_at=None).order_by().values("locale", "region")
    rows = sheets.annotate(sum=Sum("number")).values_list("locale", "region", "sum")
    return Counter({(locale, region): number for locale, region, number in rows})
