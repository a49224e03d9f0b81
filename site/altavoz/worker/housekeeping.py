"""Periodic jobs of the queue itself: finding abandoned tasks and forgetting finished ones."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from .attempts import put_back_or_give_up

logger = logging.getLogger(__name__)


def reap_abandoned_tasks() -> int:
    """Put back tasks whose worker died: running for longer than ``settings.TASK_LEASE_SECONDS``."""
    now = timezone.now()
    lease_over = now - timedelta(seconds=settings.TASK_LEASE_SECONDS)
    with transaction.atomic():
        running = DBTaskResult.objects.running().filter(started_at__lt=lease_over)
        abandoned = list(running.select_for_update(skip_locked=True))
        for row in abandoned:
            logger.warning("Task %s (%s) was abandoned", row.task_path, row.id)
            row.exception_class_path = "altavoz.worker.Abandoned"
            put_back_or_give_up(row, now)
    return len(abandoned)


def prune_finished_tasks() -> int:
    """Delete finished tasks older than ``settings.TASK_KEEP_DAYS``."""
    long_ago = timezone.now() - timedelta(days=settings.TASK_KEEP_DAYS)
    deleted, _ = DBTaskResult.objects.finished().filter(finished_at__lt=long_ago).delete()
    return int(deleted)
