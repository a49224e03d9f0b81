"""The public list as files that other programs and spreadsheets read."""

import datetime
import json
from collections.abc import Iterable
from typing import Any

import tablib
from django.utils import timezone

from alerts.supporters.spreadsheets.csv_lines import BYTE_ORDER_MARK
from alerts.supporters.spreadsheets.formulas import safe

from ..listing import Row
from .values import listed_places

KEYS = (
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
    "note",
    "since",
    "withdrawn",
    "later",
)


def public_csv(rows: Iterable[Row]) -> str:
    """CSV with the columns ``KEYS``, one line for each place that an endorser is listed under.

    Begins with a byte order mark. Booleans are 0 and 1, several languages stand apart by
    semicolons, ``since`` is a day, and what a spreadsheet would take for a formula begins with
    an apostrophe.
    """
    table = tablib.Dataset(headers=KEYS)
    for row in rows:
        facts = _facts(row)
        for place in listed_places(row.scope, row.places):
            table.append([_cell({**facts, "place": place}[key]) for key in KEYS])
    return f"{BYTE_ORDER_MARK}{table.export('csv')}"


def public_json(
    rows: Iterable[Row], *, statement: str = "", as_of: datetime.date | None = None
) -> str:
    """A JSON object with ``total``, ``joined_since``, ``generated`` (a day), ``statement``,
    ``as_of`` and ``endorsers``.

    Each endorser has the ``KEYS``, but instead of ``place`` the list ``places`` of codes (two
    letters of a state, or ``tribal``). ``statement`` is the title where the list is of one. Once
    that was delivered (``as_of``), ``total`` are those on the delivered list, and who joined later
    is ``joined_since``.
    """
    endorsers = [{**_facts(row), "places": list(row.places)} for row in rows]
    feed = {
        "total": sum(not endorser["later"] for endorser in endorsers),
        "joined_since": sum(endorser["later"] for endorser in endorsers),
        "generated": timezone.localdate().isoformat(),
        "statement": statement or None,
        "as_of": as_of.isoformat() if as_of else None,
        "endorsers": endorsers,
    }
    return json.dumps(feed, ensure_ascii=False)


def _facts(row: Row) -> dict[str, Any]:
    return {
        "id": str(row.uuid),
        "name": row.name,
        "identification_only": row.is_remarked,
        "person": row.is_person,
        "affiliation": row.affiliation,
        "scope": row.scope,
        "nation": row.nation,
        "city": row.city,
        "kind": row.kind,
        "languages": list(row.languages),
        "website": row.website,
        "note": row.note,
        "since": timezone.localdate(row.since).isoformat() if row.since else None,
        "withdrawn": row.withdrawn,
        "later": row.later,
    }


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return safe("; ".join(value) if isinstance(value, list) else value or "")
