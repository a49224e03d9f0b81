"""What a page's translation owes its source."""

from typing import Any

from django.db.models import Q
from wagtail_localize.models import SourceDeletedError, StringSegment, Translation

from .guard import GuardedPage, Problem


def source_of(page: Any) -> Any:
    """The page this one translates, as it is to be translated; ``None`` where there is none."""
    translation = _translation(page)
    if translation is None:
        return None
    try:
        return translation.source.as_instance()
    except SourceDeletedError:
        return None


def untranslated(page: Any, paths: Q) -> int:
    """How many texts of ``page`` at ``paths`` are in the source's language still.

    wagtail-localize would publish the source's text in their place. A page whose translation was
    stopped is written by its editors.
    """
    translation = _translation(page, enabled=True)
    if translation is None or not paths:
        return 0
    segments = StringSegment.objects.filter(paths, source=translation.source)
    segments = segments.annotate_translation(translation.target_locale)
    return int(segments.filter(translation__isnull=True).count())


def problems_of_translation(translation: Translation) -> list[Problem]:
    """Why ``translation`` may not go live as it stands with its translators."""
    if not issubclass(translation.source.specific_content_type.model_class(), GuardedPage):
        return []
    page: GuardedPage = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    return page.problems(going_live=True)


def _translation(page: Any, **only: Any) -> Translation | None:
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, **only
        )
        .select_related("source", "target_locale")
        .first()
    )
