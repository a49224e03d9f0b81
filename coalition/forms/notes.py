"""A remark in each language of the site, on one form."""

from typing import Any

from django import forms
from django.conf import settings

from alerts.supporters.fields import OneLineField
from locales.languages import Language

NOTE_LENGTH = 300
LANGUAGES: list[Language] = settings.OFFERED_LANGUAGES


class NotesWidget(forms.MultiWidget):
    """A line for each language, labeled with the language's own name."""

    template_name = "admin/coalition/notes_widget.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({language.code: forms.TextInput for language in LANGUAGES}, attrs)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        """The lines of ``value``, which has them by code."""
        return [(value or {}).get(language.code, "") for language in LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        lines = zip(LANGUAGES, context["widget"]["subwidgets"], strict=True)
        context["widget"]["lines"] = [_line(language, widget) for language, widget in lines]
        return context


class NotesField(forms.MultiValueField):
    """Remarks by the code of their language; those left empty are empty."""

    widget = NotesWidget

    def __init__(self, **kwargs: Any) -> None:
        lines = [OneLineField(limit=NOTE_LENGTH, required=False) for _language in LANGUAGES]
        super().__init__(lines, require_all_fields=False, required=False, **kwargs)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        """The lines as they were typed, by language."""
        texts = data_list or [""] * len(LANGUAGES)
        return {language.code: text for language, text in zip(LANGUAGES, texts, strict=True)}


def _line(language: Language, widget: dict[str, Any]) -> dict[str, Any]:
    widget["attrs"] |= {"lang": language.code, "dir": language.direction}
    return {"label": language.own_name, "widget": widget, "language": language}
