"""Work of petitions that the worker does. Arguments are ids only; every task may run twice."""

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_tasks import task

from alerts.supporters.asks.confirmation_mail import RETRIES_LAST

from .duplicates import locked_siblings, standing_for
from .erasing import erase_pending
from .holding import Reason
from .mails import ReminderMail, RepeatMail, SignatureMail
from .models import Petition, Signature
from .settling import settle_unconfirmed

REMINDED_AFTER = timedelta(days=1)
AT_ONCE = 1_000


@task(priority=90)
def mail_confirmation(
    signature_id: str, *, unless_sent: bool = False, is_asked_for: bool = False
) -> None:
    """Ask the signer to confirm, if that is due; settle it where no confirmation is asked for.

    What was typed for an address that has signed before is erased instead, and its owner told; so
    it may be gone. What a program seems to have typed brings no mail unless that ``is_asked_for``.
    """
    with suppress(Signature.DoesNotExist):
        signature = _get(signature_id)
        may_mail = is_asked_for or signature.held_for != Reason.HONEYPOT
        if signature.petition.confirms and not may_mail:
            return
        if _settle_repeated(signature, tells=may_mail):
            return
        if signature.petition.confirms:
            SignatureMail().send_if_due(signature_id, unless_sent=unless_sent)
        elif signature.is_pending:
            settle_unconfirmed(signature_id=signature.pk)


@task(priority=80)
def mail_reminder(signature_id: str) -> None:
    """Remind the signer to confirm, if that was not done and the petition is open."""
    with suppress(Signature.DoesNotExist):
        signature = _get(signature_id)
        repeats = standing_for(signature, signature.of_same_address()) is not None
        if signature.petition.is_open and not repeats:
            ReminderMail().send_if_due(signature_id)


def mail_forgotten() -> int:
    """Queue again, for the clock, the mails that never went, and what only has to be counted.

    Returns how many.
    """
    forgotten = {*SignatureMail().forgotten(), *_uncounted()}
    for signature_id in forgotten:
        mail_confirmation.enqueue(signature_id, unless_sent=True)
    return len(forgotten)


def remind_unconfirmed() -> int:
    """Queue, for the clock, a reminder of what was mailed a day ago and still waits; how many.

    There is one for an address and petition, as long as that is open. Those that wait longest go
    first: the next run takes the others.
    """
    now = timezone.now()
    mailed = (now - timedelta(days=settings.CONFIRMATION_DAYS), now - REMINDED_AFTER)
    waiting = Signature.objects.filter(state=Signature.State.PENDING, last_mail_at__range=mailed)
    reminded = Signature.objects.filter(
        email_hash=OuterRef("email_hash"), petition=OuterRef("petition"), reminded_at__isnull=False
    )
    is_open = Petition.objects.open().filter(confirms=True)
    unreminded = waiting.filter(~Exists(reminded), petition__in=is_open)
    due = unreminded.order_by("last_mail_at").values_list("pk", flat=True)[:AT_ONCE]
    for signature_id in due:
        mail_reminder.enqueue(str(signature_id))
    return len(due)


def _uncounted() -> list[str]:
    """What waits though nobody is asked to confirm it, however long the worker was away.

    Who was mailed before the petition did without confirming has still to confirm.
    """
    waiting = Signature.objects.filter(state=Signature.State.PENDING, mails_sent=0)
    late = waiting.filter(petition__confirms=False, signed_at__lte=timezone.now() - RETRIES_LAST)
    return [str(pk) for pk in late.order_by("signed_at").values_list("pk", flat=True)[:AT_ONCE]]


def _get(signature_id: str) -> Signature:
    return Signature.objects.select_related("version", "petition").get(pk=signature_id)


@transaction.atomic
def _settle_repeated(signature: Signature, *, tells: bool) -> bool:
    """Erase ``signature`` where another speaks for its signer, and tell that one if ``tells``.

    Returns whether one does. Where the mail cannot be handed over nothing is erased, and the queue
    tries again.
    """
    standing = standing_for(signature, locked_siblings(signature.pk))
    if standing is None or standing == signature:
        return False
    if tells:
        RepeatMail().send_if_due(str(standing.pk))
    erase_pending([signature.pk])
    return True
