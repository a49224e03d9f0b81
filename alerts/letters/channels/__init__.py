"""The ways of delivering, and which one an official is reached by."""

from alerts.officials.channels import EMAIL
from alerts.officials.models import Official

from ..models import Delivery
from .base import DeliveryChannel, DeliveryFailure, PermanentFailure, TemporaryFailure
from .elsewhere import Elsewhere
from .mail import ServerMail

__all__ = [
    "DeliveryChannel",
    "DeliveryFailure",
    "PermanentFailure",
    "TemporaryFailure",
    "channel_of",
    "first_by_hand",
    "goes_by_mail",
]

_CHANNELS: dict[str, DeliveryChannel] = {EMAIL: ServerMail()}
_ELSEWHERE = Elsewhere()


def channel_of(delivery: Delivery) -> DeliveryChannel:
    """The way ``delivery`` goes."""
    return _CHANNELS.get(delivery.channel, _ELSEWHERE)


def first_by_hand(official: Official) -> Delivery.Channel | None:
    """The most direct way that the visitor can go alone, if there is any."""
    kinds = (way.kind for way in official.channels() if way.kind not in _CHANNELS)
    return next(map(Delivery.Channel, kinds), None)


def goes_by_mail(official: Official) -> bool:
    """Whether our server writes to ``official``."""
    return any(way.kind == EMAIL for way in official.channels())
