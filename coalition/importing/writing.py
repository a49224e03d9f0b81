"""Doing what a plan says, in few statements however many endorsers it has."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry

from ..models import Contact, Endorsement, Endorser, Statement, StatusChange
from ..services.entering import BATCH, create_endorsers, update_endorsers
from ..services.speaking import end_conversations, write_speaker
from .contacts import locale_of, speaker_of
from .domains import look_at_domains
from .plans import Item, Plan
from .traces import Trace, contact_fields, marks


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what an import is done: new endorsers are ``status``, endorsements count ``since``."""

    status: str
    statement: Statement | None
    since: datetime.datetime
    by: Any


def write(plan: Plan, terms: Terms) -> Trace:
    """Create and change what ``plan`` says; to be called in a transaction."""
    trace = Trace()
    created = _create(plan.created, terms)
    _change(plan.changed, trace)
    trace.endorsements = _endorse(plan.changed, terms)
    _write_contacts([*plan.created, *plan.changed], trace)
    _log(created, "wagtail.create", terms.by)
    _log((item.endorser for item in plan.changed if item.endorser), "wagtail.edit", terms.by)
    found = marks(endorser.pk for endorser in created)
    trace.created = {str(pk): mark for pk, mark in found.items()}
    return trace


def _create(items: list[Item], terms: Terms) -> list[Endorser]:
    origin = Endorser.Origin.IMPORTED
    entries = [(item.uuid, item.values) for item in items]
    created = create_endorsers(entries, status=terms.status, origin=origin)
    for item, endorser in zip(items, created, strict=True):
        item.endorser = endorser
    history = [StatusChange(endorser=one, status=one.status, by=terms.by) for one in created]
    StatusChange.objects.bulk_create(history, batch_size=BATCH)
    _endorse(items, terms)
    return created


def _change(items: list[Item], trace: Trace) -> None:
    changes = [(item.endorser, item.values) for item in items if item.endorser and item.values]
    for item in items:
        if item.endorser and item.changes:
            trace.changed[str(item.endorser.pk)] = {
                change.column: [change.before, change.after] for change in item.changes
            }
    update_endorsers(changes)
    look_at_domains(endorser for endorser, values in changes if "website" in values)


def _endorse(items: list[Item], terms: Terms) -> list[int]:
    """Put those that endorse behind the statement; who is not approved waits to be counted."""
    approved = Endorser.Status.APPROVED
    endorsements = [
        Endorsement(
            endorser=item.endorser,
            statement=terms.statement,
            counted_from=terms.since if item.endorser.status == approved else None,
        )
        for item in items
        if item.endorses and item.endorser and terms.statement
    ]
    return [one.pk for one in Endorsement.objects.bulk_create(endorsements, batch_size=BATCH)]


def _write_contacts(items: list[Item], trace: Trace) -> None:
    """Seal the contacts that are new, and replace what is sealed of others."""
    told = [item for item in items if item.contact and item.endorser]
    replaced = {item.endorser.pk: item for item in told if item.replaces_contact and item.endorser}
    moved = []
    for contact in Contact.objects.filter(endorser__in=replaced).select_related("endorser"):
        before, item = contact_fields(contact), replaced[contact.endorser_id]
        if _write(contact, item):
            moved.append(contact)
        contact.save()
        trace.contacts[str(contact.pk)] = [before, contact_fields(contact)]
    end_conversations(moved)
    new = {Contact(endorser=item.endorser): item for item in told if not item.replaces_contact}
    for contact, item in new.items():
        _write(contact, item)
        trace.contacts[str(contact.pk)] = [{}, contact_fields(contact)]
    Contact.objects.bulk_create(new, batch_size=BATCH)


def _write(contact: Contact, item: Item) -> bool:
    """Put the list's contact into ``contact``; whether that is another address."""
    return write_speaker(contact, speaker_of(item.contact), locale=locale_of(item.contact))


def _log(endorsers: Iterable[Endorser], action: str, by: Any) -> None:
    """Note it in the history that the admin shows of each."""
    now = timezone.now()
    content_type = ContentType.objects.get_for_model(Endorser)
    entries = [
        ModelLogEntry(
            content_type=content_type,
            object_id=str(endorser.pk),
            label=str(endorser),
            action=action,
            timestamp=now,
            user=by,
            content_changed=True,
        )
        for endorser in endorsers
    ]
    ModelLogEntry.objects.bulk_create(entries, batch_size=BATCH)
