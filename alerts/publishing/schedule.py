"""Pages go live, and are taken down, at the time their editors chose."""

import logging
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


def publish_scheduled() -> None:
    """Take down what has expired and publish what is due; what is refused is tried again."""
    now = timezone.now()
    for page in list(Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")):
        _alone("unpublish page", page.pk, partial(_take_down, page))
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for revision in list(due):
        _alone("publish revision", revision.pk, partial(_publish, revision))


def _take_down(page: Page) -> None:
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _alone(what: str, pk: object, verb: Callable[[], None]) -> None:
    """Do one thing; an error stops nothing else and is logged without words of the page."""
    try:
        with transaction.atomic():
            verb()
    except Exception as error:  # noqa: BLE001 - one page must not stop the others
        logger.error("Could not %s %s: %s", what, pk, type(error).__name__)
