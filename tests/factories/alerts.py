"""Alerts, their blocks as they are stored, and their translations."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from alerts.letters.models import Letter
from alerts.models import AlertIndexPage, AlertPage
from alerts.petitions.models import Petition


def alert_index() -> AlertIndexPage:
    """The English list of alerts."""
    found: AlertIndexPage = AlertIndexPage.objects.get(locale__language_code="en")
    return found


def petition_block(petition: Petition, **words: str) -> dict[str, Any]:
    value = {
        "petition": petition.pk,
        "title": "Keep the clinic open",
        "addressee": "the county board",
        "statement": "<p>Keep the clinic on Oak Street open.</p>",
        "consent_text": "Clinic Friends may mail me.",
        "thank_you": "Thank you.",
    }
    return {"type": "petition", "value": value | words}


def sign_on_block(petition: Petition, **words: str) -> dict[str, Any]:
    return {**petition_block(petition, **words), "type": "sign_on"}


def letter_block(letter: Letter, **words: str) -> dict[str, Any]:
    value = {
        "letter": letter.pk,
        "title": "Write to Congress",
        "intro": "<p>Write.</p>",
        "subject": "The clinic",
        "body": "Dear {{recipient_name}}",
        "consent_text": "Clinic Friends may mail me.",
        "thank_you": "Thank you.",
    }
    return {"type": "letter", "value": value | words}


def add_alert(index: AlertIndexPage, *blocks: dict[str, Any], slug: str = "clinic") -> AlertPage:
    page = AlertPage(title="The clinic", slug=slug, locale=index.locale, body=list(blocks))
    index.add_child(instance=page)
    return page


def add_draft(index: AlertIndexPage, *blocks: dict[str, Any], slug: str = "clinic") -> AlertPage:
    page = AlertPage(
        title="The clinic", slug=slug, locale=index.locale, live=False, body=list(blocks)
    )
    index.add_child(instance=page)
    return page


def publish(page: Page) -> None:
    page.save_revision().publish()


def schedule(page: Page) -> None:
    """Have a draft go live a minute ago: it is due, and nobody has published it yet."""
    page.go_live_at = timezone.now() + timedelta(hours=1)
    publish(page)
    past = timezone.now() - timedelta(minutes=1)
    revision = page.revisions.get()
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()


def translated(page: AlertPage, code: str = "es", *, leave_out: str = "nothing") -> AlertPage:
    """A draft in Spanish where every string is the English one with a mark before it.

    Strings that hold ``leave_out`` are not translated.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=code)
    translation = Translation.objects.create(source=source, target_locale=locale)
    segments = source.stringsegment_set.exclude(string__data__contains=leave_out)
    for segment in segments.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            data=f"es: {segment.string.data}",
        )
    translation.save_target(publish=False)
    found: AlertPage = source.get_translated_instance(locale)
    return found
