"""How many allowed each organisation to write to them."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count

from alerts.supporters.models import Consent
from coalition.spoken import language_name


@dataclass(frozen=True, slots=True)
class Allowed:
    """An organisation by its key and name, and how many it may write to in which language."""

    pk: int
    name: str
    languages: list[tuple[str, int]]

    @property
    def total(self) -> int:
        """In all languages together."""
        return sum(number for _language, number in self.languages)


def allowed() -> list[Allowed]:
    """Every organisation that may write to somebody, by name, read in one query."""
    of = ("text__organisation__name", "text__organisation", "text__locale")
    found = Consent.objects.mailable().order_by(*of).values_list(*of)
    rows = found.annotate(number=Count("pk"))
    groups = groupby(rows, key=lambda row: row[:2])
    return [_allowed(name, pk, list(group)) for (name, pk), group in groups]


def _allowed(name: str, pk: int, rows: list[Any]) -> Allowed:
    return Allowed(pk, name, [(language_name(locale), number) for *_of, locale, number in rows])
