"""What a way of delivering must do."""

import re

from ..models import Delivery

ERROR_LENGTH = 300


class DeliveryFailure(Exception):  # noqa: N818 - the two kinds below say what happened
    """A delivery that was not handed over; its text names no address and no person."""


class TemporaryFailure(DeliveryFailure):
    """It may go better later."""


class PermanentFailure(DeliveryFailure):
    """It will never go better."""


class DeliveryChannel:
    """A way to bring a message to an official."""

    def deliver(self, delivery: Delivery) -> None:
        """Hand ``delivery`` over; raises :class:`TemporaryFailure` or :class:`PermanentFailure`."""
        raise NotImplementedError


def scrubbed(text: str, *private: str) -> str:
    """``text`` on one line, without addresses and without the words in ``private``."""
    for word in sorted(filter(None, private), key=len, reverse=True):
        text = text.replace(word, "[…]")
    text = re.sub(r"\S*@\S*", "[…]", text)
    return " ".join(text.split())[:ERROR_LENGTH]
