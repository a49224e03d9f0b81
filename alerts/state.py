"""The state of an alert: that of its actions, taken together."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from alerts.actions import OwnedAction, Rows, load


class AlertState(models.TextChoices):
    """What a reader can still do; in the order that counts when actions differ."""

    OPEN = "open", pgettext_lazy("state of an alert", "Open")
    PAUSED = "paused", pgettext_lazy("state of an alert", "Paused")
    WON = "won", pgettext_lazy("state of an alert", "Won")
    DELIVERED = "delivered", pgettext_lazy("state of an alert", "Delivered")
    CLOSED = "closed", pgettext_lazy("state of an alert", "Closed")


def state_of(actions: list[OwnedAction], rows: Rows) -> AlertState:
    """The first state, in the order above, that one of ``actions`` is in; open without actions.

    ``rows`` are the rows behind them, and may be those of more.
    """
    found = [rows[action.identity] for action in actions if action.identity in rows]
    states = {AlertState.OPEN if row.is_open else _settled(row.state) for row in found}
    return next((state for state in AlertState if state in states), AlertState.OPEN)


def open_kinds(actions: list[OwnedAction], rows: Rows) -> frozenset[str]:
    """The kinds of those of ``actions`` that can be used now."""
    found = [action for action in actions if action.identity in rows]
    return frozenset(action.kind for action in found if rows[action.identity].is_open)


def share_rows(alerts: Iterable[Any]) -> None:
    """Give all of ``alerts`` the rows of their actions, in one query for each kind of action."""
    rows = load([action for alert in alerts for action in alert.owned_actions])
    for alert in alerts:
        alert.rows = rows


def _settled(state: str) -> AlertState:
    """The state of an action nobody can use now: past its deadline or not yet open is closed."""
    return AlertState(state) if state in {"paused", "won", "delivered"} else AlertState.CLOSED
