"""The verb that undoes an import, but for what somebody has changed since."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from ..facts import Speaker
from ..models import Contact, Endorsement, Endorser, ImportBatch
from ..services.entering import known, update_endorsers, with_parts
from ..services.speaking import end_conversations, write_speaker
from .batches import ImportRefused, hold
from .domains import look_at_domains
from .traces import Trace, contact_fields, marks


@dataclass(slots=True)
class Undone:
    """How many endorsers were removed and put back; ``kept`` says in sentences what stays."""

    removed: int = 0
    restored: int = 0
    kept: list[str] = field(default_factory=list)


@transaction.atomic
def undo_import(*, batch_id: UUID) -> Undone:
    """Remove what the import created and put back what it changed.

    Whatever was changed since stays, and so does who stands on a list that was delivered since.
    Raises :class:`ImportRefused` where it was never taken over, is undone, or is too long ago.
    """
    batch = hold(batch_id)
    trace = _trace(batch)
    undone = Undone()
    delivered = _delivered(batch)
    _put_contacts_back(trace)
    _remove(trace, delivered, undone)
    _end_endorsements(trace, delivered, undone)
    _put_back(trace, undone)
    batch.state, batch.undone_at = ImportBatch.State.UNDONE, timezone.now()
    batch.seal(kept=json.dumps(undone.kept))
    batch.save()
    return undone


def _trace(batch: ImportBatch) -> Trace:
    if batch.state == ImportBatch.State.UNDONE:
        raise ImportRefused(_("This import was undone already."))
    if batch.state == ImportBatch.State.PREVIEWED:
        raise ImportRefused(_("This import was not taken over: there is nothing to undo."))
    if "undo" not in (sealed := batch.unseal()):
        raise ImportRefused(_("This import was too long ago to be undone."))
    return Trace.from_json(sealed["undo"])


def _delivered(batch: ImportBatch) -> set[int]:
    """The endorsers that this import put on a list which was delivered since."""
    day = batch.statement.frozen_as_of if batch.statement else None
    if day is None:
        return set()
    on_list = Endorsement.objects.filter(statement=batch.statement, created_at__date__lte=day)
    return set(on_list.counted_at_end_of(day).values_list("endorser", flat=True))


def _remove(trace: Trace, delivered: set[int], undone: Undone) -> None:
    now = marks(int(pk) for pk in trace.created)
    same = [pk for pk, mark in now.items() if mark == trace.created[str(pk)]]
    removed = [pk for pk in same if pk not in delivered]
    _keep(undone, set(now) - set(same), _("“%(name)s” was changed since and stays."))
    _keep(undone, set(same) & delivered, _("“%(name)s” stands on the delivered list and stays."))
    Endorser.objects.filter(pk__in=removed).delete()
    content_type = ContentType.objects.get_for_model(Endorser)
    logged = [str(pk) for pk in removed]
    ModelLogEntry.objects.filter(content_type=content_type, object_id__in=logged).delete()
    undone.removed = len(removed)


def _end_endorsements(trace: Trace, delivered: set[int], undone: Undone) -> None:
    """Take back who came to stand behind the statement, unless that has ended already."""
    ours = Endorsement.objects.filter(pk__in=trace.endorsements, counted_until=None)
    ours.exclude(endorser__in=delivered).delete()
    stay = ours.filter(endorser__in=delivered).values_list("endorser", flat=True)
    _keep(undone, set(stay), _("“%(name)s” stands on the delivered list and stays behind it."))


def _put_back(trace: Trace, undone: Undone) -> None:
    endorsers = Endorser.objects.filter(pk__in=[int(pk) for pk in trace.changed])
    changes = []
    for endorser in with_parts(endorsers.order_by("sort_key", "pk")):
        values, differ = _before(endorser, trace.changed[str(endorser.pk)])
        if values:
            changes.append((endorser, values))
        if differ:
            _keep(undone, {endorser.pk}, _("Of “%(name)s”, some was changed since and stays."))
    update_endorsers(changes)
    look_at_domains(endorser for endorser, values in changes if "website" in values)
    undone.restored = len(changes)


def _before(endorser: Endorser, changed: dict[str, list[Any]]) -> tuple[dict[str, Any], bool]:
    """What to put back, and whether something must stay; of a person who is forgotten, all."""
    if endorser.is_person and not endorser.name:
        return {}, True
    now = known(endorser)
    back = {
        column: before
        for column, (before, after) in changed.items()
        if now.get(column, "") == after
    }
    return back, len(back) < len(changed)


def _put_contacts_back(trace: Trace) -> None:
    """Put back the contacts of endorsers that stay, where nobody has touched them since."""
    ours = Contact.objects.filter(pk__in=trace.contacts, state=Contact.State.ENTERED)
    stay = ours.exclude(endorser__in=[int(pk) for pk in trace.created]).order_by("pk")
    for contact in stay.select_related("endorser").select_for_update(of=("self",)):
        before, after = trace.contacts[str(contact.pk)]
        if contact_fields(contact) == after:
            _put_contact_back(contact, before)


def _put_contact_back(contact: Contact, before: dict[str, str]) -> None:
    """Let who spoke ``before`` speak again, or nobody, as it was."""
    if not before:
        end_conversations([contact])
        contact.delete()
        return
    locale = before.pop("locale")
    if write_speaker(contact, Speaker(**before), locale=locale):
        end_conversations([contact])
    contact.save()


def _keep(undone: Undone, pks: set[int], sentence: str) -> None:
    """Say what of the endorsers stays."""
    for endorser in Endorser.objects.filter(pk__in=pks).in_order():
        undone.kept.append(sentence % {"name": endorser})
