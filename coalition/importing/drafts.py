"""Putting the rows of one endorser together, and saying where they contradict each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..exporting.values import HEADINGS
from ..names import normalised
from ..places import PLACES
from .columns import CONTACT
from .problems import Problem
from .rows import ReadRow

SCOPES = {heading: scope.value for scope, heading in HEADINGS.items()}


@dataclass(slots=True)
class Draft:
    """One endorser as the list has it, from the rows on ``lines``.

    ``values`` has the columns of :mod:`coalition.services.entering` that the list has, with ``""``
    where its cells are empty. ``scope`` is among them only where the list tells it, ``places`` only
    where the list names one. ``bare_name`` is what other spellings of its name have in common.
    """

    lines: list[int]
    uuid: UUID | None
    values: dict[str, Any]
    bare_name: str
    contact: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The first of its lines."""
        return self.lines[0]

    @property
    def name(self) -> str:
        """What it is called in the list."""
        return str(self.values["name"])

    @property
    def headings(self) -> list[str]:
        """What it would be listed under: NATIONAL, INTERNATIONAL or codes of places."""
        return headings_of(self.values.get("scope") or "", self.values.get("places") or [])


def headings_of(scope: str, places: Iterable[str]) -> list[str]:
    """What an endorser of that scope and at home in ``places`` is listed under."""
    by_scope = {value: heading for heading, value in SCOPES.items()}
    return [by_scope[scope]] if scope in by_scope else list(places)


def drafts(rows: Iterable[ReadRow]) -> list[Draft]:
    """One draft for each id; without ids, for each name at one place. In the order of the list."""
    groups: dict[tuple[str, ...], list[ReadRow]] = {}
    for row in rows:
        groups.setdefault(_group(row), []).append(row)
    return [_draft(rows) for rows in groups.values()]


def _group(row: ReadRow) -> tuple[str, ...]:
    if row_id := row.values.get("id"):
        return (row_id.casefold(),)
    return (row.values["name"].casefold(), row.values["place"])


def _draft(rows: list[ReadRow]) -> Draft:
    values, problems = _merged(rows)
    places = [row.values["place"] for row in rows]
    contact = {column: values.pop(column) for column in CONTACT if column in values}
    draft = Draft(
        lines=[row.line for row in rows],
        uuid=_uuid(rows[0]),
        values=values,
        bare_name=normalised(values["name"]),
        contact=contact,
        problems=problems,
    )
    if codes := sorted({place for place in places if place in PLACES}):
        values["places"] = codes
    _settle_scope(draft, {SCOPES[place] for place in places if place in SCOPES})
    if any(contact.values()) and not contact.get("contact_email"):
        _ask_for_address(draft)
    return draft


def _uuid(row: ReadRow) -> UUID | None:
    """The id, where it is one of ours; any other only holds rows together."""
    try:
        return UUID(row.values.get("id") or "")
    except ValueError:
        return None


def _merged(rows: list[ReadRow]) -> tuple[dict[str, Any], list[Problem]]:
    """What all rows together say, and where a later one says something else."""
    problems = [problem for row in rows for problem in row.problems]
    merged: dict[str, Any] = {}
    for row in rows:
        for column, value in row.values.items():
            if column in {"id", "place"}:
                continue
            if merged.get(column, "") == "":
                merged[column] = value
            elif value not in ("", merged[column]):
                problems.append(Problem(row.line, _differs(rows[0].line), column))
    return merged, problems


def _differs(line: int) -> str:
    message = _("This is not what line %(line)s says of the same endorser.")
    return message % {"line": line}


def _settle_scope(draft: Draft, by_heading: set[str]) -> None:
    """Take the scope from the column, or from NATIONAL or INTERNATIONAL among the places."""
    given = draft.values.pop("scope", "")
    if (given and by_heading - {given}) or len(by_heading) > 1:
        message = _("The place and the scope do not fit together.")
        draft.problems.append(Problem(draft.line, message, "scope"))
    if scope := next(iter(by_heading), given):
        draft.values["scope"] = scope


def _ask_for_address(draft: Draft) -> None:
    if not any(problem.column == "contact_email" for problem in draft.problems):
        message = _("Please write the contact's email address, or nothing about a contact.")
        draft.problems.append(Problem(draft.line, message, "contact_email"))
