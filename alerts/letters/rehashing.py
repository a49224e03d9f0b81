"""New hashes for messages, and for their deliveries with them."""

from uuid import UUID

from django.db import transaction

from alerts.supporters.rotation import take_hashes

from .erasing import erase_if_finished
from .models import Delivery, Message
from .models.delivery import DeliveryQuerySet
from .siblings import locked, released

State = Delivery.State
GONE = (State.SENDING, State.ACCEPTED)


@transaction.atomic
def rehash(message_id: UUID) -> int:
    """Hash anew a message with its deliveries; returns how many deliveries were withdrawn.

    To an official whom the address has written under two hashes only one goes: the one that has
    gone already, if one has.
    """
    try:
        message = locked(message_id)
    except Message.DoesNotExist:
        return 0
    take_hashes(message)
    doubles = _settle(message)
    message.deliveries.exclude(email_hash="").update(email_hash=message.email_hash)
    return doubles


def _settle(message: Message) -> int:
    """Withdraw what would go twice, and let one of two that have gone keep the hash."""
    own, others = message.deliveries.released(), released(message).exclude(message=message)
    late = others.filter(official__in=own.filter(state__in=GONE).values("official"))
    doubles = _withdraw(late.filter(state=State.QUEUED))
    again = own.filter(official__in=others.values("official"))
    doubles += _withdraw(again.filter(state=State.QUEUED))
    hashed = others.filter(email_hash=message.email_hash)
    own.filter(official__in=hashed.values("official")).update(email_hash="")
    return doubles


def _withdraw(deliveries: DeliveryQuerySet) -> int:
    """Withdraw ``deliveries``, whose messages are locked, and forget what is needed no more."""
    found = list(deliveries.select_related("message"))
    Delivery.objects.filter(pk__in=[one.pk for one in found]).update(state=State.WITHDRAWN)
    for message in {one.message for one in found}:
        erase_if_finished(message)
    return len(found)
