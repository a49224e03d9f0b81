"""The random key of each day: made by its first act, the same for all, destroyed after it."""

import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from .models import DayKey

# Of today alone; every process reads it once.
_READ: dict[datetime.date, bytes] = {}


def key_of_today() -> bytes:
    """32 random bytes, the same for everybody until the day ends in UTC."""
    today = _today()
    return _READ.get(today) or _read(today)


def forget_day_keys() -> int:
    """Destroy, from time to time, the keys of days that are over; returns how many."""
    return DayKey.objects.filter(day__lt=_today()).delete()[0]


def _read(day: datetime.date) -> bytes:
    """What all have agreed on; it is remembered only once that is sure to stay."""
    row, _created = DayKey.objects.get_or_create(day=day)
    key = bytes(row.key)
    transaction.on_commit(partial(_remember, day, key))
    return key


def _remember(day: datetime.date, key: bytes) -> None:
    _READ.clear()
    _READ[day] = key


def _today() -> datetime.date:
    return timezone.now().astimezone(datetime.UTC).date()
