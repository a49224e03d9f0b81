"""Guarding who owns an action, and publishing its words when its page goes live."""

import logging
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail_localize.models import Translation

from alerts.actions import OwnedAction, load
from alerts.supporters.asks.errors import AskError

logger = logging.getLogger(__name__)


def check_actions(page: Any) -> None:
    """Refuse an action that lives elsewhere, stands twice, or differs from the source's.

    Raises a ``ValidationError`` that names each offending block's chooser.
    """
    actions = page.owned_actions
    _check_source(page, actions)
    rows = load(actions)
    seen: set[tuple[str, int]] = set()
    errors: dict[int, ValidationError] = {}
    for action in actions:
        row = rows.get(action.identity)
        if row and row.home not in (None, page.translation_key):
            errors[action.index] = _beside(action, _("This action already lives in another alert."))
        elif action.identity in seen:
            errors[action.index] = _beside(action, _("This action stands twice in this alert."))
        seen.add(action.identity)
    if errors:
        raise ValidationError({"body": StreamBlockValidationError(block_errors=errors)})


def publish_actions(page: Any) -> None:
    """Claim every action of a live ``page`` and publish its words in the page's language.

    Raises ``AlreadyOwned`` when another alert claimed one of them first.
    """
    if page.live:
        for bound in page.body:
            publish = getattr(bound.block, "publish_words", None)
            if publish:
                publish(bound.value, page)


def on_page_published(instance: Any, **kwargs: Any) -> None:
    """Publish the words of the alert that Wagtail has just made live."""
    publish_actions(instance)


def publish_missed_words() -> None:
    """Publish what a process that died between page and words has left out; changes nothing else.

    Runs from time to time: every live alert says the newest published words of its actions. A page
    that cannot is named in the log and does not keep the others waiting.
    """
    for page in apps.get_model("alerts", "AlertPage").objects.live().select_related("locale"):
        try:
            with transaction.atomic():
                publish_actions(page)
        except (AskError, ValidationError):
            logger.exception("The words of alert %s could not be published", page.pk)


def _check_source(page: Any, actions: list[OwnedAction]) -> None:
    source = _source_actions(page)
    if source is not None and source != [action.identity for action in actions]:
        message = _("A translation keeps the petitions and letters of its source, in their order.")
        raise ValidationError({"body": StreamBlockValidationError(non_block_errors=[message])})


def _source_actions(page: Any) -> list[tuple[str, int]] | None:
    """The actions of the page this one translates, or ``None`` when it is nobody's translation."""
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id
        )
        .select_related("source")
        .first()
    )
    if translation is None:
        return None
    return [action.identity for action in translation.source.as_instance().owned_actions]


def _beside(action: OwnedAction, message: str) -> ValidationError:
    return StructBlockValidationError(block_errors={action.kind: ValidationError(message)})
