"""The state of an alert: that of its actions, taken together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alerts.actions import OwnedAction, load


class AlertState(models.TextChoices):
    """What a reader can still do; in the order that counts when actions differ."""

    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused")
    WON = "won", _("Won")
    DELIVERED = "delivered", _("Delivered")
    CLOSED = "closed", _("Closed")


def state_of(actions: list[OwnedAction]) -> AlertState:
    """The first state, in the order above, that one of ``actions`` is in; open without actions."""
    states = {
        AlertState.OPEN if row.is_open else _settled(row.state) for row in load(actions).values()
    }
    return next((state for state in AlertState if state in states), AlertState.OPEN)


def _settled(state: str) -> AlertState:
    """The state of an action nobody can use now: past its deadline or not yet open is closed."""
    return AlertState(state) if state in {"paused", "won", "delivered"} else AlertState.CLOSED
