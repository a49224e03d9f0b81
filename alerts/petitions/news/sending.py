"""Sending an update: begun, stopped and resumed by staff."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ..models import Petition, Update
from . import tasks
from .errors import AlreadyBegun, NobodyAsked, NotTested, TooSoon
from .recipients import recipients

PAUSE_BETWEEN_UPDATES = timedelta(days=1)


@transaction.atomic
def start(*, update: Update) -> None:
    """Have the worker send ``update`` to everybody who asked for news by now.

    Raises :class:`AlreadyBegun`, :class:`NotTested`, :class:`TooSoon` or :class:`NobodyAsked`. The
    petition is locked, so that of two updates at the same moment one is too soon.
    """
    Petition.objects.select_for_update(no_key=True).get(pk=update.petition_id)
    draft = Update.objects.select_for_update().get(pk=update.pk)
    if not draft.is_draft:
        raise AlreadyBegun
    if draft.tested_at is None:
        raise NotTested
    _check_pause(draft)
    if not recipients(draft.petition_id).exists():
        raise NobodyAsked
    draft.state, draft.started_at = Update.State.SENDING, timezone.now()
    draft.save(update_fields=["state", "started_at"])
    tasks.queue_look()


def stop(*, update: Update) -> bool:
    """Send no more mails of ``update`` for now; returns whether it was being sent."""
    return _turn(update, Update.State.SENDING, Update.State.STOPPED)


@transaction.atomic
def go_on(*, update: Update) -> bool:
    """Send the rest of a stopped ``update``; returns whether it was stopped."""
    goes = _turn(update, Update.State.STOPPED, Update.State.SENDING)
    if goes:
        tasks.queue_look()
    return goes


def _check_pause(draft: Update) -> None:
    others = Update.objects.filter(petition=draft.petition_id).exclude(started_at=None)
    last = others.order_by("-started_at").values_list("started_at", flat=True).first()
    again_at = last + PAUSE_BETWEEN_UPDATES if last else None
    if again_at is not None and again_at > timezone.now():
        raise TooSoon(again_at)


def _turn(update: Update, before: Update.State, after: Update.State) -> bool:
    return bool(Update.objects.filter(pk=update.pk, state=before).update(state=after))
