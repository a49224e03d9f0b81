"""Translating the demo the way a translator's PO file is: string by string, then published."""

from pathlib import Path

import polib
from django.conf import settings
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

TRANSLATIONS = Path(__file__).parent / "translations"


def translate_tree(home: Page) -> None:
    """Translate ``home`` and all below it into every offered language the demo speaks."""
    for code, _name in settings.LANGUAGES:
        catalogue = TRANSLATIONS / f"{code}.po"
        if catalogue.exists():
            words = _words(catalogue)
            locale = Locale.objects.get(language_code=code)
            for page in home.get_descendants(inclusive=True).specific():
                _translate(page, locale, words)


def _words(catalogue: Path) -> dict[str, str]:
    """The translations in ``catalogue`` as wagtail-localize stores strings: as HTML."""
    return {_html(entry.msgid): _html(entry.msgstr) for entry in polib.pofile(str(catalogue))}


def _html(text: str) -> str:
    """``text`` as it is where it holds a link; as HTML of a plain text elsewhere."""
    return text if "<a " in text else StringValue.from_plaintext(text).data


def _translate(page: Page, locale: Locale, words: dict[str, str]) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    segments = StringSegment.objects.filter(source=source).select_related("string")
    for segment in segments:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context_id=segment.context_id,
            defaults={
                "data": words[segment.string.data],
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
    # Published here and now: wagtail-localize would wait for the commit and then undo what the
    # same transaction has meanwhile put below the page.
    translation.save_target(publish=False)
    source.get_translated_instance(locale).get_latest_revision().publish()
