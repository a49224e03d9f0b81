"""Comparing a list with the register."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from alerts.supporters.characters import composed

from ..models import Endorser, Statement
from ..services.entering import Values
from .contacts import compare_contacts
from .drafts import Draft, drafts
from .plans import Change, Item, Outcome, Plan
from .problems import Problem
from .register import Entry, Register
from .rows import ReadRow
from .telling import listed_under

# An empty cell in these says nothing, even where the row is known by its id.
NEVER_EMPTIED = {"kind", "scope", "name"}
FLAGS = {"identification_only", "person"}
NAMESAKES_TOLD = 3


def plan_import(rows: Iterable[ReadRow], *, statement: Statement | None = None) -> Plan:
    """What taking over ``rows`` would do to the register as it stands now.

    Who has an id of the register is that entry, and an empty cell empties its field; anybody else
    is found by name and place, and empty cells say nothing. The queries do not grow with the rows.
    """
    register = Register(statement)
    found = drafts(rows)
    items = [_item(draft, register, statement) for draft in found]
    _refuse_twice(items)
    _note_namesakes(found, items, register)
    compare_contacts(items)
    return Plan(items)


def _item(draft: Draft, register: Register, statement: Statement | None) -> Item:
    known = register.by_id(draft.uuid)
    entry, problems = (known, []) if known else _by_name(draft, register)
    item = Item(
        lines=draft.lines,
        name=draft.name,
        headings=draft.headings or (entry.headings if entry else []),
        outcome=Outcome.SKIPPED if entry else Outcome.CREATED,
        uuid=draft.uuid,
        endorser=entry.endorser if entry else None,
        contact=draft.contact if draft.contact.get("contact_email") else {},
    )
    item.problems = [*_open_problems(draft, known), *problems, *_misfits(draft, entry, known)]
    if entry:
        item.changes = _changes(draft, entry, by_id=known is not None)
        item.values = {change.column: change.after for change in item.changes}
        item.endorses = bool(statement and not entry.is_gone and not register.is_behind(entry))
        item.hints += _standing(entry)
    else:
        item.values = {column: value for column, value in draft.values.items() if value != ""}
        item.endorses = statement is not None
    _settle(item)
    return item


def _settle(item: Item) -> None:
    if item.problems:
        item.outcome = Outcome.PROBLEM
    elif item.endorser and (item.changes or item.endorses):
        item.outcome = Outcome.CHANGED


def _by_name(draft: Draft, register: Register) -> tuple[Entry | None, list[Problem]]:
    entries = register.by_name(draft)
    if len(entries) > 1:
        message = _("Several entries of the register have this name and place. Give the right id.")
        return None, [Problem(draft.line, message)]
    return (entries[0] if entries else None), []


def _open_problems(draft: Draft, known: Entry | None) -> list[Problem]:
    """The draft's problems, but for what stands in the register just so."""
    if known is None:
        return draft.problems
    same = {
        column
        for column, value in draft.values.items()
        if column in known.values and value == known.values[column] and value != ""
    }
    return [problem for problem in draft.problems if problem.column not in same]


def _misfits(draft: Draft, entry: Entry | None, known: Entry | None) -> list[Problem]:
    """What the list must not say of this entry."""
    if entry and entry.is_forgotten:
        message = _("This entry is of a person whose name is not kept. It cannot be changed here.")
        return [Problem(draft.line, message)]
    listed_nowhere = known is not None and not known.headings
    said = any(problem.column == "place" for problem in draft.problems)
    if draft.headings or listed_nowhere or said:
        return []
    return [Problem(draft.line, _("Please fill in the place."), "place")]


def _changes(draft: Draft, entry: Entry, *, by_id: bool) -> list[Change]:
    wanted = {
        column: _wanted(column, value, entry, by_id=by_id) for column, value in draft.values.items()
    }
    if by_id and draft.headings and "scope" not in draft.values:
        wanted["scope"] = _scope_at_home(entry.values["scope"])
    if by_id and draft.headings:
        wanted.setdefault("places", [])
    before: Values = {column: entry.values.get(column, "") for column in wanted}
    return [
        Change(column, before[column], after)
        for column, after in wanted.items()
        if not _same(before[column], after)
    ]


def _same(before: Any, after: Any) -> bool:
    """Whether nothing changes: accents may be composed otherwise."""
    return bool(composed(before.strip()) == after if isinstance(before, str) else before == after)


def _wanted(column: str, value: Any, entry: Entry, *, by_id: bool) -> Any:
    """What is to stand in the column: the list's value, where the list says anything."""
    before = entry.values.get(column, "")
    if value == "":
        return _emptied(column) if by_id and column not in NEVER_EMPTIED else before
    if column == "identification_only" and value and entry.is_remarked:
        return before
    if column == "places" and not by_id:
        return sorted({*before, *value})
    return value


def _emptied(column: str) -> Any:
    if column in FLAGS:
        return False
    return [] if column == "languages" else ""


def _scope_at_home(scope: str) -> str:
    """The scope of who is listed under places: as it was, if that fits."""
    fits = {Endorser.Scope.STATE, Endorser.Scope.LOCAL}
    return scope if scope in fits else Endorser.Scope.LOCAL.value


def _standing(entry: Entry) -> list[str]:
    if entry.is_gone:
        return [_("It was declined or has withdrawn, and stays so. Approve it in the register.")]
    if entry.endorser.status != Endorser.Status.APPROVED:
        return [_("It is in the register and waits to be approved there.")]
    return []


def _refuse_twice(items: list[Item]) -> None:
    """Two rows that mean the same entry would overwrite each other."""
    claimed: dict[int, Item] = {}
    for item in items:
        if item.endorser is None:
            continue
        first = claimed.setdefault(item.endorser.pk, item)
        if first is not item:
            message = _("Line %(line)s means the same entry of the register. Give both one id.")
            problem = Problem(item.lines[0], message % {"line": first.lines[0]})
            item.problems.append(problem)
            item.outcome = Outcome.PROBLEM


def _note_namesakes(found: list[Draft], items: list[Item], register: Register) -> None:
    """Say where another endorser of nearly the same name is kept apart, of many the first few."""
    by_name: defaultdict[str, list[Item]] = defaultdict(list)
    for draft, item in zip(found, items, strict=True):
        if item.outcome == Outcome.CREATED and draft.bare_name:
            for entry in register.namesakes(draft)[:NAMESAKES_TOLD]:
                item.hints.append(_apart_from_entry(entry))
            for other in by_name[draft.bare_name][:NAMESAKES_TOLD]:
                item.hints.append(_apart_from_line(other))
            by_name[draft.bare_name].append(item)


def _apart_from_entry(entry: Entry) -> str:
    place = listed_under(entry.headings)
    if entry.endorser.status == Endorser.Status.SUBMITTED:
        message = _("A form with the name “%(name)s” (%(place)s) was sent and not confirmed.")
    else:
        message = _("“%(name)s” (%(place)s) in the register has the same name. They stay two.")
    return message % {"name": entry.endorser.name, "place": place}


def _apart_from_line(other: Item) -> str:
    message = _("Line %(line)s (%(place)s) has the same name. They stay two.")
    return message % {"line": other.lines[0], "place": listed_under(other.headings)}
