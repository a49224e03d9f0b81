"""Forgetting who spoke for an endorser, as soon as nobody needs to know it any more."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from alerts.supporters.services import erase_consents

from ..importing.forgetting import forget_contacts_in_imports, forget_in_imports
from ..models import Contact, Correction, Endorser
from .deleting import deleting

AT_ONCE = 200
GRACE = timedelta(days=1)
DAYS_AFTER_THE_END = 7


def erase_unconfirmed() -> int:
    """Erase, from time to time, endorsers whose contacts can confirm no more, with everything.

    Their links are older than ``CONFIRMATION_DAYS`` and a day, counted from the last mail, or from
    the joining where no mail could be sent. Endorsers on which staff have decided stay, without
    such a contact. Returns how many of either were erased.
    """
    erased = 0
    while batch := _erase_endorsers() + _erase_pending():
        erased += batch
    return erased


@transaction.atomic
def erase_contacts() -> int:
    """Erase, from time to time, the contacts of those who left or were declined a week ago.

    The endorser stays, for the numbers. Returns how many were erased.
    """
    over = timezone.now() - timedelta(days=DAYS_AFTER_THE_END)
    left = Endorser.objects.filter(status__in=Endorser.LEFT, contact__isnull=False)
    ended = left.annotate(last=Max("history__at")).filter(last__lte=over).values("pk")
    held = list(left.filter(pk__in=ended).order_by("pk").select_for_update(of=("self",)))
    return _erase_contacts(Contact.objects.filter(endorser__in=held), forget_in_imports)


@transaction.atomic
def _erase_endorsers() -> int:
    endorsers = _held(Endorser.objects.filter(status=Endorser.Status.SUBMITTED))
    with deleting(endorsers=endorsers):
        Endorser.objects.filter(pk__in=[endorser.pk for endorser in endorsers]).delete()
    return len(endorsers)


@transaction.atomic
def _erase_pending() -> int:
    """Look at the contacts once more when their endorsers are held: one may have confirmed."""
    endorsers = _held(Endorser.objects.exclude(status=Endorser.Status.SUBMITTED))
    return _erase_contacts(_lapsed().filter(endorser__in=endorsers), forget_contacts_in_imports)


def _held(endorsers: QuerySet[Endorser]) -> list[Endorser]:
    """Some of ``endorsers`` whose contacts can confirm no more, locked."""
    lapsed = endorsers.filter(contact__in=_lapsed()).order_by("pk")
    return list(lapsed.select_for_update(of=("self",), skip_locked=True)[:AT_ONCE])


def _erase_contacts(contacts: QuerySet[Contact], forget: Callable[[Iterable[int]], None]) -> int:
    acts = list(contacts.values_list("pk", flat=True))
    forget(Endorser.objects.filter(contact__in=acts).values_list("pk", flat=True))
    erase_consents(acts=acts)
    Correction.objects.filter(endorser__contact__in=acts).delete()
    Contact.objects.filter(pk__in=acts).delete()
    return len(acts)


def _lapsed() -> QuerySet[Contact]:
    over = timezone.now() - timedelta(days=settings.CONFIRMATION_DAYS) - GRACE
    old = Q(last_mail_at__lte=over) | Q(last_mail_at=None, begun_at__lte=over)
    return Contact.objects.filter(old, state=Contact.State.PENDING)
