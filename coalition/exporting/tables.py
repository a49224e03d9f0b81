"""The register as a table that can be imported again without changing anything."""

from collections.abc import Iterator
from typing import Any, Literal

import tablib
from django.db.models import QuerySet
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from alerts.supporters.spreadsheets.csv_lines import BYTE_ORDER_MARK
from alerts.supporters.spreadsheets.formulas import safe
from locales.languages import BY_CODE

from ..models import Endorser, Statement
from ..places import PLACES
from ..services.entering import NOTE, known, with_parts
from .values import english_name, headed_places

Format = Literal["csv", "xlsx", "json"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "json")
CONTENT_TYPES: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
COLUMNS = (
    "id",
    "place",
    "name",
    "identification_only",
    "person",
    "affiliation",
    "scope",
    "nation",
    "city",
    "kind",
    "languages",
    "website",
    "sort_as",
    *[f"{NOTE}{code}" for code in BY_CODE],
)


def export_register(
    file_format: Format, *, statement: Statement | None = None, all_statuses: bool = False
) -> bytes:
    """The register as a file: one row for each place of an endorser, and no contact.

    Those that are approved, unless ``all_statuses``; with ``statement``, only who stands behind it.
    People whose name is not kept are left out. In CSV and XLSX, what a spreadsheet would take for
    a formula begins with an apostrophe. CSV begins with a byte order mark, for Excel.
    """
    endorsers = _endorsers(statement, all_statuses=all_statuses)
    rows = [row for endorser in endorsers for row in _rows(endorser)]
    if file_format == "json":
        return _table(rows).export("json").encode()
    table = _table([{name: safe(text) for name, text in row.items()} for row in rows])
    if file_format == "csv":
        return f"{BYTE_ORDER_MARK}{table.export('csv')}".encode()
    return bytes(table.export("xlsx", column_width=None))


def _endorsers(statement: Statement | None, *, all_statuses: bool) -> QuerySet[Endorser]:
    endorsers = Endorser.objects.exclude(name="")
    if not all_statuses:
        endorsers = endorsers.approved()
    if statement:
        behind = statement.endorsements.filter(counted_until=None)
        endorsers = endorsers.filter(pk__in=behind.values("endorser"))
    return with_parts(endorsers.in_order())


def _rows(endorser: Endorser) -> Iterator[dict[str, str]]:
    values = known(endorser)
    values["identification_only"] |= endorser.is_person and bool(endorser.affiliation)
    texts = {column: _text(values.get(column, "")) for column in COLUMNS}
    for place in headed_places(values["scope"], values["places"]):
        named = english_name(place) if place in PLACES else place
        yield {**texts, "id": str(endorser.uuid), "place": named}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(int(value))
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _table(rows: list[dict[str, str]]) -> tablib.Dataset:
    table = tablib.Dataset(headers=COLUMNS, title="endorsers")
    for row in rows:
        table.append([row[column] for column in COLUMNS])
    return table
