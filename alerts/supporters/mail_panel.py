"""What staff are told on their home page about the languages of mails."""

from typing import Any

from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.ui.components import Component

from locales.languages import Language
from locales.mails import untranslated


class UntranslatedMails(Component):
    """Names the languages that lack words of mails; empty where there are none."""

    name = "untranslated_mails"
    template_name = "admin/supporters/untranslated_mails.html"
    order = 50

    def render_html(self, parent_context: Any = None) -> SafeString | str:
        """Nothing at all where every mail is translated."""
        return super().render_html(parent_context) if lacking() else ""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The names of the languages, each told to be of its own language."""
        names = ((lang.code, lang.own_name) for lang in lacking())
        return {"languages": format_html_join(", ", '<bdi lang="{}">{}</bdi>', names)}


def lacking() -> list[Language]:
    """The languages of the site that lack words of some mail."""
    return [language for language in settings.OFFERED_LANGUAGES if untranslated(language.code)]
