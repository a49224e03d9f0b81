"""Official forms, websites and telephones: the visitor goes there, we send nothing."""

from ..models import Delivery
from .base import DeliveryChannel, PermanentFailure


class Elsewhere(DeliveryChannel):
    """Nothing of it is ours to send."""

    def deliver(self, delivery: Delivery) -> None:
        """Refuse: only the visitor can use this way."""
        raise PermanentFailure("Only the writer can use this channel.")
