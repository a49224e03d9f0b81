"""What contacts do with their own entries: ask for the way in, correct, withdraw."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from alerts.supporters.hashing import email_hash

from .. import tasks
from ..errors import ContactGone
from ..mails import with_entries
from ..models import Contact, Correction, Endorser
from .status import change_status

# An entry that was declined or withdrawn is no more its contact's to change.
CHANGEABLE = {Endorser.Status.SUBMITTED, Endorser.Status.CONFIRMED, Endorser.Status.APPROVED}


def ask_for_links(*, email: str) -> None:
    """Queue a mail with the links to all entries of an address.

    Takes the same steps for an address that is not known: the task then finds nobody.
    """
    newest = with_entries(email_hash(email)).order_by("-begun_at").values_list("pk", flat=True)
    tasks.mail_entry_links.enqueue(str(newest.first() or uuid4()))


@transaction.atomic
def propose_correction(*, contact_id: UUID, fields: Mapping[str, str]) -> None:
    """Keep, for staff to look at, what a contact wants changed; nothing public changes yet.

    ``fields`` holds the new values by field of the endorser; ``places`` and ``languages`` are codes
    joined with commas. An ``answer`` among them is for staff only. It replaces what waited before;
    with nothing in it, nothing waits any more.
    Raises :class:`~coalition.errors.ContactGone` where there is nothing to correct.
    """
    endorser = _held(contact_id)
    Correction.objects.filter(endorser=endorser).delete()
    if fields:
        correction = Correction(endorser=endorser, sent_at=timezone.now())
        correction.seal(**fields)
        correction.save()


@transaction.atomic
def withdraw(*, contact_id: UUID) -> None:
    """Take an endorser from the list because its contact asks for it; doing it again is the same.

    Raises :class:`~coalition.errors.ContactGone` where there is nothing to withdraw.
    """
    endorser = _held(contact_id, among=CHANGEABLE | {Endorser.Status.WITHDRAWN})
    Correction.objects.filter(endorser=endorser).delete()
    change_status(endorser_id=endorser.pk, to=Endorser.Status.WITHDRAWN)


def _held(contact_id: UUID, *, among: set[Endorser.Status] = CHANGEABLE) -> Endorser:
    """The endorser of a contact who has confirmed, locked, if its status is ``among`` these."""
    contacts = Contact.objects.exclude(state=Contact.State.PENDING).filter(pk=contact_id)
    endorsers = Endorser.objects.filter(contact__in=contacts, status__in=among)
    endorser = endorsers.select_for_update(of=("self",)).first()
    if endorser is None:
        raise ContactGone(str(contact_id))
    return endorser
