"""The queue of update mails: paced, so that mail servers take it and confirmations go first.

A row stays locked while its mail is handed over. A worker that dies before that leaves the row as
it was; one that dies right after leaves a mail that is handed over twice, under one Message-ID.
"""

import logging
import time
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from alerts.supporters.mail import MailNotSent, MailRefused
from alerts.supporters.sealing import SealBroken

from ..models import Signature, Update, UpdateMail
from .mails import send_to_signer
from .recipients import spread

logger = logging.getLogger(__name__)

MINUTE = timedelta(minutes=1)
LOOKS_PER_MINUTE = 6
SECONDS_AT_ONCE = 30
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
# With these pauses a mail server may be away for days before a mail is given up.
MOST_ATTEMPTS = 20
FAILURES_IN_A_ROW = 3


def send_due() -> int:
    """Lay out and send mails for some time; returns how many were handed over."""
    began = time.monotonic()
    for update in _being_sent().filter(spread_at=None).values_list("pk", flat=True):
        while _has_time(began) and spread(update):
            pass
    accepted = _send_some(began)
    _finish()
    return accepted


def _send_some(began: float) -> int:
    """Send within the pace; a mail server that fails several times in a row is left alone."""
    accepted, failures = 0, 0
    for _turn in range(_budget()):
        outcome = send_next() if failures < FAILURES_IN_A_ROW and _has_time(began) else None
        if outcome is None:
            break
        accepted += outcome == UpdateMail.State.ACCEPTED
        failures = failures + 1 if outcome == UpdateMail.State.QUEUED else 0
    return accepted


@transaction.atomic
def send_next() -> UpdateMail.State | None:
    """Send the mail that has waited longest; what has become of it, or ``None`` if none is due."""
    due = UpdateMail.objects.due().select_related("update__petition__organisation")
    mail = due.select_for_update(skip_locked=True, of=("self",)).first()
    if mail is None:
        return None
    mail.state = _try(mail)
    if mail.state == UpdateMail.State.ACCEPTED:
        mail.accepted_at = timezone.now()
    mail.save(update_fields=["state", "attempts", "next_attempt_at", "accepted_at"])
    return UpdateMail.State(mail.state)


def _try(mail: UpdateMail) -> UpdateMail.State:
    """Hand ``mail`` over, unless its signer wants it no more; the state that it has then.

    A mail with a fault of its own goes to the back of the queue: it never stands before the others.
    """
    try:
        with transaction.atomic():
            is_sent = _still_wanted(mail.signature) and send_to_signer(mail)
    except MailRefused:
        return UpdateMail.State.FAILED
    except (MailNotSent, SealBroken):
        return _put_back(mail)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not stop the others
        # What the error says may repeat an address or a name.
        logger.error("Mail %s of an update: %s", mail.pk, type(error).__name__)
        return _put_back(mail)
    return UpdateMail.State.ACCEPTED if is_sent else UpdateMail.State.DROPPED


def _put_back(mail: UpdateMail) -> UpdateMail.State:
    pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
    mail.attempts += 1
    mail.next_attempt_at = timezone.now() + pause
    gives_up = mail.attempts >= MOST_ATTEMPTS
    return UpdateMail.State.FAILED if gives_up else UpdateMail.State.QUEUED


def _still_wanted(signature: Signature) -> bool:
    return signature.wants_news and signature.state == Signature.State.COUNTED


def _budget() -> int:
    """How many mails one look may send without exceeding the pace of a minute."""
    recent = UpdateMail.objects.filter(
        state=UpdateMail.State.ACCEPTED, accepted_at__gt=timezone.now() - MINUTE
    ).count()
    share = -(-settings.NEWS_PER_MINUTE // LOOKS_PER_MINUTE)
    return max(0, min(share, settings.NEWS_PER_MINUTE - recent))


def _being_sent() -> QuerySet[Update]:
    return Update.objects.filter(state=Update.State.SENDING)


def _finish() -> None:
    """Note the updates of which no mail is left to send."""
    laid_out = _being_sent().exclude(spread_at=None)
    done = laid_out.exclude(mails__state=UpdateMail.State.QUEUED)
    done.update(state=Update.State.SENT, finished_at=timezone.now())


def _has_time(began: float) -> bool:
    return time.monotonic() - began < SECONDS_AT_ONCE
