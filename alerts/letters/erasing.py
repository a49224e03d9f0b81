"""Forgetting what a visitor wrote, as soon as it is needed no more."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from .models import Delivery, Message

HOURS_TO_CONFIRM = 48
AT_ONCE = 200


def erase_if_finished(message: Message) -> None:
    """Forget the text and the person once no delivery of ``message`` waits for them."""
    if message.deliveries.unfinished().exists():
        return
    message.seal()
    Message.objects.filter(pk=message.pk).update(sealed=message.sealed)


def erase_unconfirmed(hours: int = HOURS_TO_CONFIRM) -> int:
    """Erase messages whose writers were asked to confirm ``hours`` ago or longer, and did not.

    One that could not be asked yet, because no worker ran, is kept for ``CONFIRMATION_DAYS``.
    Returns how many were erased.
    """
    erased = 0
    while batch := _erase_batch(hours):
        erased += batch
    return erased


@transaction.atomic
def _erase_batch(hours: int) -> int:
    now = timezone.now()
    asked = Q(last_mail_at__lte=now - timedelta(hours=hours))
    unasked = Q(last_mail_at=None, created_at__lte=now - timedelta(days=settings.CONFIRMATION_DAYS))
    waiting = Message.objects.filter(asked | unasked, state=Message.State.PENDING)
    batch = list(waiting.select_for_update(skip_locked=True).order_by("pk")[:AT_ONCE])
    for message in batch:
        message.state = Message.State.LAPSED
        message.email_hash = message.fingerprint = ""
        message.seal()
    Message.objects.bulk_update(batch, ["state", "email_hash", "fingerprint", "sealed"])
    Delivery.objects.filter(message__in=batch, state=Delivery.State.PENDING).update(
        state=Delivery.State.WITHDRAWN, email_hash=""
    )
    return len(batch)
