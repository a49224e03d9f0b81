"""What one address wrote through one letter, by whatever hash it is kept."""

from uuid import UUID

from .models import Delivery, Message
from .models.delivery import DeliveryQuerySet


def locked(message_id: UUID) -> Message:
    """The message, locked with every other of its address to this letter.

    Two messages of one person that are confirmed at the same moment go one after the other. Raises
    ``Message.DoesNotExist``.
    """
    found = Message.objects.select_related("version").get(pk=message_id)
    list(found.of_same_address().select_for_update().order_by("pk"))
    return Message.objects.select_for_update().get(pk=message_id)


def released(message: Message) -> DeliveryQuerySet:
    """What of its address is on its way to officials, or gone, through the same letter."""
    sent = Delivery.objects.released()
    return sent.filter(letter=message.letter_id, email_hash__in=message.known_hashes())
