"""One task run once, and what becomes of it: done, to be tried again, or given up."""

import logging
from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.utils import timezone
from django_tasks import TaskContext, TaskResultStatus
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from altavoz.scrubbing import scrubbed_traceback

logger = logging.getLogger(__name__)

FIRST_DELAY = timedelta(seconds=10)
LONGEST_DELAY = timedelta(hours=1)


def claim_next(worker_id: str) -> DBTaskResult | None:
    """Take the most urgent task that is due, so that no other worker runs it too."""
    due = DBTaskResult.objects.ready()
    with exclusive_transaction(due.db):
        row: DBTaskResult | None = due.get_locked()
        if row is not None:
            row.claim(worker_id)
    return row


def attempt(row: DBTaskResult) -> None:
    """Run a claimed task and write down how it went."""
    try:
        row.set_successful(call(row))
    except BaseException as error:  # noqa: BLE001 - even an exit leaves the task to a later attempt
        settle_failure(row, error)
    else:
        logger.info("Task %s (%s) done", row.task_path, row.id)


def call(row: DBTaskResult) -> object:
    """Call the task's function with the arguments it was enqueued with."""
    task, result = row.task, row.task_result
    if task.takes_context:
        # The database backend's results are typed with one parameter more than the context wants.
        context: TaskContext = TaskContext(task_result=cast("Any", result))
        return task.call(context, *result.args, **result.kwargs)
    return task.call(*result.args, **result.kwargs)


def settle_failure(row: DBTaskResult, error: BaseException) -> None:
    """Keep the scrubbed error, and put the task back unless it had all its attempts."""
    row.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}"
    row.traceback = scrubbed_traceback(error)
    row.return_value = None
    logger.error("Task %s (%s) failed\n%s", row.task_path, row.id, row.traceback)
    put_back_or_give_up(row, timezone.now() + delay(len(row.worker_ids)))


def put_back_or_give_up(row: DBTaskResult, run_after: datetime) -> None:
    """Save ``row`` as due at ``run_after``, or as failed for good."""
    if len(row.worker_ids) < settings.TASK_MAX_ATTEMPTS:
        row.status, row.run_after = TaskResultStatus.READY, run_after
    else:
        row.status, row.finished_at = TaskResultStatus.FAILED, timezone.now()
    row.save()


def delay(attempts: int) -> timedelta:
    """How long to wait after so many attempts: 10 seconds, four times as long each time."""
    return min(FIRST_DELAY * 4 ** (attempts - 1), LONGEST_DELAY)
