"""The queue of deliveries: rows that are leased, sent and marked.

A row is taken by writing a lease and a higher number of attempts; whoever took it marks it only
while that number stands. A worker that dies before its mail was handed over loses nothing: the
lease runs out and the next look takes the row again. One that dies between the mail server's
acceptance and the mark leaves a mail that is handed over twice, under one Message-ID: SMTP has no
way to close that window. ``LEASE`` is longer than all time-outs of one mail together, so that a
slow worker is not taken for a dead one.
"""

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from .channels import PermanentFailure, TemporaryFailure, channel_of
from .erasing import erase_if_finished
from .models import Delivery, Message

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=15)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
MOST_ATTEMPTS = len(PAUSES) + 1
AT_ONCE = 20
SECONDS_AT_ONCE = 120


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the queue did, and when the next one is worth it (``None``: on demand)."""

    taken: int
    again_at: datetime | None


def deliver_due() -> Look:
    """Send what is due, for some time; says when to come back for the rest."""
    began, taken = time.monotonic(), 0
    put_back: list[datetime] = []
    while taken < AT_ONCE and time.monotonic() - began < SECONDS_AT_ONCE:
        delivery = take()
        if delivery is None:
            return Look(taken, min(put_back, default=None))
        taken += 1
        again_at = attempt(delivery)
        if again_at is not None:
            put_back.append(again_at)
    return Look(taken, timezone.now())


def take() -> Delivery | None:
    """Lease the delivery that has waited longest.

    Those that had all their attempts fail; those of a letter that somebody ended are withdrawn,
    as are those that their writers took back.
    """
    while (delivery := _lease_next()) is not None:
        if delivery.letter.is_over:
            _mark(delivery, Delivery.State.WITHDRAWN, error="The letter was closed.")
        elif delivery.message.state == Message.State.WITHDRAWN:
            _mark(delivery, Delivery.State.WITHDRAWN, error="The writer took it back.")
        elif delivery.attempts <= MOST_ATTEMPTS:
            return delivery
        else:
            _mark(delivery, Delivery.State.FAILED, error="The last attempt did not end.")
    return None


def attempt(delivery: Delivery) -> datetime | None:
    """Send a leased delivery and mark how it went; when to try again, if it is worth it."""
    try:
        channel_of(delivery).deliver(delivery)
    except TemporaryFailure as failure:
        return _put_back_or_give_up(delivery, str(failure))
    except PermanentFailure as failure:
        _mark(delivery, Delivery.State.FAILED, error=str(failure))
    else:
        _mark(delivery, Delivery.State.ACCEPTED, error="", accepted_at=timezone.now())
    return None


@transaction.atomic
def _lease_next() -> Delivery | None:
    """Write a lease on what is due, so that no other worker has it too.

    ``None`` also when, on a database without row locks, another worker was faster.
    """
    due = Delivery.objects.due().select_related("letter", "message")
    delivery = due.select_for_update(skip_locked=True, of=("self",)).first()
    if delivery is None:
        return None
    until = timezone.now() + LEASE
    leased = Delivery.objects.filter(
        pk=delivery.pk, state=delivery.state, attempts=delivery.attempts
    ).update(state=Delivery.State.SENDING, attempts=delivery.attempts + 1, lease_until=until)
    delivery.state, delivery.lease_until = Delivery.State.SENDING, until
    delivery.attempts += 1
    return delivery if leased else None


def _put_back_or_give_up(delivery: Delivery, error: str) -> datetime | None:
    if delivery.attempts >= MOST_ATTEMPTS:
        _mark(delivery, Delivery.State.FAILED, error=error)
        return None
    again_at = timezone.now() + PAUSES[delivery.attempts - 1]
    _mark(delivery, Delivery.State.QUEUED, error=error, next_attempt_at=again_at)
    return again_at


@transaction.atomic
def _mark(delivery: Delivery, state: Delivery.State, **changes: object) -> None:
    """Write the outcome while the lease is ours, and forget the text if it was the last.

    The message is locked, so that of two last outcomes at the same moment one sees the other.
    """
    message = Message.objects.select_for_update().get(pk=delivery.message_id)
    ours = Delivery.objects.filter(
        pk=delivery.pk, state=Delivery.State.SENDING, attempts=delivery.attempts
    )
    if ours.update(state=state, lease_until=None, **changes):
        erase_if_finished(message)
    else:
        logger.warning("The lease of %s ran out before it was marked %s", delivery, state)
