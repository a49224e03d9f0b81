"""Looking into the queue of tasks."""

from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult


def queued(task: str = "") -> QuerySet[DBTaskResult]:
    """What alerts of any room wait for the worker to do, or one task of it."""
    return DBTaskResult.objects.filter(task_path__startswith="alerts.", task_path__endswith=task)
