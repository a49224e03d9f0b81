"""What an alert's translation owes its source."""

from typing import Any

from django.db.models import Q
from django.utils.translation import ngettext
from wagtail_localize.models import SourceDeletedError, StringSegment, Translation

from alerts.actions import MODELS


def source_actions(page: Any) -> list[tuple[str, int]] | None:
    """The actions of the page this one translates; ``None`` where there is no such page."""
    translation = _translation(page)
    if translation is None:
        return None
    try:
        source = translation.source.as_instance()
    except SourceDeletedError:
        return None
    return [action.identity for action in source.owned_actions]


def untranslated(page: Any) -> str:
    """A sentence on how much of the actions' words is in the source's language still, if any.

    wagtail-localize would publish the source's text in its place. A page whose translation was
    stopped is written by its editors.
    """
    translation = _translation(page, enabled=True)
    paths = Q()
    for block in page.body.raw_data:
        if block["type"] in MODELS:
            paths |= Q(context__path__startswith=f"body.{block.get('id')}.")
    if translation is None or not paths:
        return ""
    segments = StringSegment.objects.filter(paths, source=translation.source)
    segments = segments.annotate_translation(translation.target_locale)
    missing = segments.filter(translation__isnull=True).count()
    return _sentence(missing) if missing else ""


def _translation(page: Any, **only: Any) -> Translation | None:
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, **only
        )
        .select_related("source", "target_locale")
        .first()
    )


def _sentence(missing: int) -> str:
    return ngettext(
        "%(count)d text of a petition or letter is not translated yet. Translate it, then publish.",
        "%(count)d texts of petitions or letters are not translated yet. "
        "Translate them, then publish.",
        missing,
    ) % {"count": missing}
