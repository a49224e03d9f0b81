"""Form fields for what stands on the public list, and lists of boxes to tick."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alerts.supporters.fields import ListedLineField, OneLineField
from locales.cldr import local_list

from ..models.endorser import is_web_address


class EndorserNameField(ListedLineField):
    """What an organization or a person calls itself, in any script."""

    attributes = {"dir": "auto", "spellcheck": "false"}
    default_error_messages = {
        "required": _("Please write the name that should be listed."),
        "too_long": _("Please shorten the name to at most %(limit)s characters."),
        "line_break": _("Please write the name on one line."),
        "deceptive": _("Please type the name again: it holds characters that cannot be seen."),
        "letters": _("Please write the name with letters."),
    }

    def validate(self, value: str) -> None:
        """Refuse also what is no name in any script."""
        super().validate(value)
        if value and not any(char.isalnum() for char in value):
            raise self.refusal("letters")


class WebsiteField(OneLineField):
    """A web address, with or without ``https://``; cleans to one with it."""

    attributes = {"dir": "ltr", "inputmode": "url", "autocomplete": "url", "spellcheck": "false"}
    default_error_messages = {
        "too_long": _("Please use a web address of at most %(limit)s characters."),
        "invalid": _("Please write the web address in full, like https://example.org."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=290, **kwargs)

    def clean(self, value: Any) -> str:
        """The address with its scheme, or nothing where the field may stay empty."""
        typed = str(super().clean(value))
        address = typed if not typed or "://" in typed else f"https://{typed}"
        if address and not _is_public_address(address):
            raise self.refusal("invalid")
        return address


class TickBoxes(forms.CheckboxSelectMultiple):
    """Boxes behind a line that names those ticked and opens them; open already if one is wrong."""

    template_name = "components/tick_boxes.html"

    def __init__(self, *, summary: Any, **kwargs: Any) -> None:
        self.summary = summary
        super().__init__(**kwargs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        boxes = [box for _group, found, _index in context["widget"]["optgroups"] for box in found]
        context["widget"] |= {
            "summary": self.summary,
            "ticked": local_list(str(box["label"]) for box in boxes if box["selected"]),
            "is_open": "aria-invalid" in (attrs or {}),
        }
        return context


def _is_public_address(address: str) -> bool:
    """Whether ``address`` names a host of the public web, and nobody who logs in there."""
    try:
        is_web_address(address)
        parts = urlsplit(address)
        host = parts.hostname or ""
    except (ValidationError, ValueError):
        return False
    last = host.rpartition(".")[2]
    return "." in host and not last.isdigit() and "@" not in parts.netloc and ":" not in host
