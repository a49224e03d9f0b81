"""Forgetting, by the clock, what nobody has confirmed as long as that was possible."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .erasing import erase_pending
from .models import Signature
from .tasks import mail_confirmation
from .turns import in_turn

AT_ONCE = 200
GRACE = timedelta(days=1)
UNFINISHED = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def erase_unconfirmed() -> int:
    """Erase some pending signatures whose links have stopped working.

    Those are older than ``CONFIRMATION_DAYS`` and a day, counted from the last mail. One that was
    never mailed is erased so long after its signing, but not while the worker has still to mail it,
    and never where it only has to be counted. Returns how many were erased.
    """
    return in_turn(_erase_mailed) + in_turn(_erase_unmailed)


def _erase_mailed() -> int:
    over = _over()
    # That it was signed before is what the index tells.
    mailed = _pending().filter(signed_at__lte=over, last_mail_at__lte=over)
    return erase_pending(mailed[:AT_ONCE])


def _erase_unmailed() -> int:
    unmailed = _pending().filter(signed_at__lte=_over(), last_mail_at=None)
    lapsed = unmailed.filter(petition__confirms=True)
    batch = list(lapsed[:AT_ONCE])
    return erase_pending(lapsed.filter(pk__in=set(batch) - _still_queued(batch)))


def _over() -> datetime:
    return timezone.now() - timedelta(days=settings.CONFIRMATION_DAYS) - GRACE


def _pending() -> "QuerySet[Signature, UUID]":
    pending = Signature.objects.filter(state=Signature.State.PENDING)
    return pending.order_by("signed_at").values_list("pk", flat=True)


def _still_queued(signatures: Iterable[UUID]) -> set[UUID]:
    """Those of ``signatures`` whose mail waits for the worker, which may have been away."""
    ids = [str(pk) for pk in signatures]
    mails = DBTaskResult.objects.filter(task_path=mail_confirmation.module_path)
    waiting = mails.filter(status__in=UNFINISHED, args_kwargs__args__0__in=ids)
    return {UUID(told["args"][0]) for told in waiting.values_list("args_kwargs", flat=True)}
