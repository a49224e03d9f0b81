"""Looking into the queue of tasks, and doing what waits there."""

from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from altavoz.worker import Worker


def queued(task: str = "") -> QuerySet[DBTaskResult]:
    """What alerts of any room wait for the worker to do, or one task of it."""
    return DBTaskResult.objects.filter(task_path__startswith="alerts.", task_path__endswith=task)


def work() -> None:
    """Do what the worker would do now."""
    Worker(interval=0).run_what_is_due()
