"""Publishing what a process that died between a page and its words has left out."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

logger = logging.getLogger(__name__)


def publish_each(pages: Iterable[Any], publish: Callable[[Any], None]) -> None:
    """Publish the words of each of ``pages``, which are live.

    A page that cannot is named in the log and does not keep the others waiting.
    """
    for page in pages:
        try:
            with transaction.atomic():
                publish(page)
        except ValidationError:
            logger.exception("The words of page %s could not be published", page.pk)
