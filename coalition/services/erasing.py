"""Forgetting who spoke for an endorser, as soon as nobody needs to know it any more."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from alerts.supporters.services import erase_consents

from ..models import Contact, Correction, Endorser

AT_ONCE = 200
GRACE = timedelta(days=1)
DAYS_AFTER_THE_END = 7
ENDED = (Endorser.Status.DECLINED, Endorser.Status.WITHDRAWN)


def erase_unconfirmed() -> int:
    """Erase, from time to time, endorsers whose contacts can confirm no more, with everything.

    Their links are older than ``CONFIRMATION_DAYS`` and a day, counted from the last mail, or from
    the joining where no mail could be sent. Returns how many were erased.
    """
    erased = 0
    while batch := _erase_endorsers():
        erased += batch
    return erased


def erase_contacts() -> int:
    """Erase, from time to time, the contacts of those who left or were declined a week ago.

    The endorser stays, for the numbers. Returns how many were erased.
    """
    over = timezone.now() - timedelta(days=DAYS_AFTER_THE_END)
    ended = Endorser.objects.filter(status__in=ENDED).annotate(last=Max("history__at"))
    contacts = Contact.objects.filter(endorser__in=ended.filter(last__lte=over).values("pk"))
    return _erase_contacts(contacts.values_list("pk", flat=True))


@transaction.atomic
def _erase_endorsers() -> int:
    waiting = Endorser.objects.filter(status=Endorser.Status.SUBMITTED, contact__in=_lapsed())
    held = waiting.select_for_update(of=("self",), skip_locked=True).order_by("pk")[:AT_ONCE]
    endorsers = [endorser.pk for endorser in held]
    contacts = Contact.objects.filter(endorser__in=endorsers)
    erase_consents(acts=list(contacts.values_list("pk", flat=True)))
    Endorser.objects.filter(pk__in=endorsers).delete()
    return len(endorsers)


@transaction.atomic
def _erase_contacts(contacts: Iterable[UUID]) -> int:
    acts = list(contacts)
    erase_consents(acts=acts)
    Correction.objects.filter(endorser__contact__in=acts).delete()
    Contact.objects.filter(pk__in=acts).delete()
    return len(acts)


def _lapsed() -> QuerySet[Contact]:
    over = timezone.now() - timedelta(days=settings.CONFIRMATION_DAYS) - GRACE
    old = Q(last_mail_at__lte=over) | Q(last_mail_at=None, begun_at__lte=over)
    return Contact.objects.filter(old, state=Contact.State.PENDING)
