"""Taking a letter back, as far as it has not gone."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from ..erasing import erase_if_finished
from ..models import Delivery, Message

NOT_GONE = (Delivery.State.PENDING, Delivery.State.QUEUED)


@transaction.atomic
def leave(messages: Iterable[UUID]) -> None:
    """Withdraw ``messages`` and forget who wrote them; what a worker holds just now still goes.

    What was handed over cannot be called back. Doing it again changes nothing.
    """
    held = Message.objects.filter(pk__in=list(messages)).select_for_update().order_by("pk")
    for message in list(held):
        _withdraw(message)


def _withdraw(message: Message) -> None:
    message.deliveries.filter(state__in=NOT_GONE).update(state=Delivery.State.WITHDRAWN)
    message.deliveries.update(email_hash="")
    message.state = Message.State.WITHDRAWN
    message.email_hash = message.fingerprint = ""
    message.save(update_fields=["state", "email_hash", "fingerprint"])
    erase_if_finished(message)
