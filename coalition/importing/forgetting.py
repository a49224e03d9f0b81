"""Letting imports forget whom the register forgets: lists that wait, and what undoing takes."""

import json
import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from ..models import Contact, Endorser, ImportBatch
from ..names import normalised
from .columns import CONTACT
from .rows import Reading, ReadRow


@dataclass(frozen=True, slots=True)
class _Gone:
    """Who is forgotten: contacts by key, persons by key and by name.

    ``is_person`` tells, by the id and by the name of an endorser, whose rows lose something.
    """

    contacts: set[str]
    persons: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    is_person: dict[str, bool] = field(default_factory=dict)


def forget_in_imports(endorser_ids: Iterable[int]) -> None:
    """Keep, in no import, the contacts of these endorsers, and nothing of persons among them.

    Like all verbs here it is to be called before they are forgotten in the register, in the
    transaction that does so, with the endorsers held and their contacts not yet.
    """
    endorsers = _endorsers(endorser_ids)
    named = {one.normalised_name: one.is_person for one in endorsers if one.normalised_name}
    gone = _gone(endorsers)
    _forget(replace(gone, is_person=gone.is_person | named))


def forget_deleted_in_imports(endorser_ids: Iterable[int], *, but: Set[str] = frozenset()) -> None:
    """The same for those who are deleted: what a list says of others of their names may stay.

    Sentences that name somebody called as one of ``but`` stay as well.
    """
    gone = _gone(_endorsers(endorser_ids))
    _forget(replace(gone, names=gone.names - but))


def forget_contacts_in_imports(endorser_ids: Iterable[int]) -> None:
    """Let undoing put none of their contacts back; the endorsers stay."""
    _forget(_Gone(contacts=_contacts(_endorsers(endorser_ids))))


def _endorsers(ids: Iterable[int]) -> list[Endorser]:
    return list(Endorser.objects.filter(pk__in=list(ids)))


def _contacts(endorsers: list[Endorser]) -> set[str]:
    contacts = Contact.objects.filter(endorser__in=endorsers).values_list("pk", flat=True)
    return {str(pk) for pk in contacts}


def _gone(endorsers: list[Endorser]) -> _Gone:
    persons = [endorser for endorser in endorsers if endorser.is_person]
    return _Gone(
        contacts=_contacts(endorsers),
        persons={str(endorser.pk) for endorser in persons},
        names={endorser.name for endorser in persons if endorser.name},
        is_person={str(endorser.uuid): endorser.is_person for endorser in endorsers},
    )


def _forget(gone: _Gone) -> None:
    if gone == _Gone(contacts=set()):
        return
    held = ImportBatch.objects.order_by("pk").select_for_update()
    for pk in list(held.values_list("pk", flat=True)):
        batch = ImportBatch.objects.get(pk=pk)
        sealed = batch.unseal()
        left = {name: _without(name, text, gone) for name, text in sealed.items()}
        if left != sealed:
            batch.seal(**left)
            batch.save(update_fields=["sealed"])


def _without(name: str, text: str, gone: _Gone) -> str:
    """One sealed field of an import, with nobody in it who is forgotten."""
    match name:
        case "reading":
            return _waiting(text, gone)
        case "undo":
            return _undoing(text, gone)
        case "kept":
            return json.dumps([one for one in json.loads(text) if not _names(one, gone.names)])
    return text


def _names(sentence: str, names: Iterable[str]) -> bool:
    """Whether ``sentence`` names one of ``names``, and not just a longer word."""
    found = (rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)
    return any(re.search(pattern, sentence) for pattern in found)


def _waiting(text: str, gone: _Gone) -> str:
    reading = Reading.from_json(text)
    rows = [left for row in reading.rows if (left := _row(row, gone))]
    return Reading(rows, reading.notices).to_json()


def _row(row: ReadRow, gone: _Gone) -> ReadRow | None:
    """The row without its contact, or nothing if it is a person's own."""
    found = [gone.is_person[key] for key in _keys(row) if key in gone.is_person]
    if any(found):
        return None
    no_contact = dict.fromkeys(row.values.keys() & set(CONTACT), "") if found else {}
    return replace(row, values=row.values | no_contact)


def _keys(row: ReadRow) -> list[str]:
    """By what a row is known: its id, if that is one of ours, and its name."""
    name = normalised(row.values["name"])
    try:
        return [str(UUID(row.values.get("id") or "")), name]
    except ValueError:
        return [name]


def _undoing(text: str, gone: _Gone) -> str:
    """What undoing takes; persons and contacts stay as the register has them then."""
    trace: dict[str, Any] = json.loads(text)
    for part, keys in (("contacts", gone.contacts), ("changed", gone.persons)):
        trace[part] = {pk: said for pk, said in trace[part].items() if pk not in keys}
    return json.dumps(trace, ensure_ascii=False)
