"""What the tests of letters share: a real mail server, and a look into the queue."""

from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from tests.support.mail_server import *  # noqa: F403 - fixtures are found by name here


def queued(task: str = "") -> QuerySet[DBTaskResult]:
    """What waits for the worker of letters' tasks, or of one of them."""
    return DBTaskResult.objects.filter(task_path__startswith=f"alerts.letters.tasks.{task}")
