"""Work of updates that the worker does. Arguments are ids only; every task may run twice."""

from contextlib import suppress

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from ..models import Update
from .mails import send_test
from .queue import send_due


@task(priority=-10)
def send_news() -> int:
    """Send what is due of all updates, for a short time; returns how many mails went."""
    return send_due()


@task(priority=50)
def mail_test(update_id: int, user_id: int) -> None:
    """Mail an update to one of the staff, and note that its present words were tested if it went.

    The update is locked meanwhile: words that are changed after the mail are not tested.
    """
    with suppress(Update.DoesNotExist, get_user_model().DoesNotExist), transaction.atomic():
        update = Update.objects.select_for_update(of=("self",)).get(pk=update_id)
        if send_test(update, get_user_model().objects.get(pk=user_id).email):
            Update.objects.filter(pk=update.pk).update(tested_at=timezone.now())


def look_for_news() -> None:
    """Queue a look, for the clock, while an update is being sent."""
    if Update.objects.filter(state=Update.State.SENDING).exists():
        queue_look()


def queue_look() -> None:
    """Queue a look, unless one waits or runs already: several at once would exceed the pace."""
    looks = DBTaskResult.objects.filter(task_path=send_news.module_path)
    unfinished = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    if not looks.filter(status__in=unfinished).exists():
        send_news.enqueue()
