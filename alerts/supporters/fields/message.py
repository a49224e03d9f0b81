"""Text of several lines."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from locales.cldr import local_number

from .. import characters, links

MESSAGE_LIMIT = 10_000


class MessageField(forms.CharField):
    """A letter of several paragraphs, whose line breaks are kept; ``limit`` is in characters."""

    widget = forms.Textarea
    default_error_messages = {
        "required": _("Please write your message."),
        "deceptive": _("Please type your message again: it holds characters that cannot be seen."),
    }

    def __init__(self, *, limit: int = MESSAGE_LIMIT, **kwargs: Any) -> None:
        self.limit = limit
        kwargs.setdefault("label", _("Your message"))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """No ``maxlength``: browsers would cut a pasted letter without a word."""
        return {**super().widget_attrs(widget), "dir": "auto"}

    def to_python(self, value: Any) -> str:
        """The text with one kind of line break, and composed if it is not too long for that."""
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        self._measure(text)
        return characters.composed(text)

    def validate(self, value: str) -> None:
        """Refuse hidden characters and more than a letter's length."""
        super().validate(value)
        if characters.is_deceptive(value, allowed="\n\t"):
            raise ValidationError(self.error_messages["deceptive"], code="deceptive")
        self._measure(value)

    def _measure(self, text: str) -> None:
        if len(text) > self.limit:
            raise ValidationError(_too_long(len(text), self.limit), code="too_long")


class ReasonField(MessageField):
    """A few sentences that others may come to read; its length is counted as it is typed."""

    counts = True
    default_error_messages = {
        "required": _("Please write your reason."),
        "deceptive": _("Please type your reason again: it holds characters that cannot be seen."),
        "url": _(
            "Please leave out addresses of web pages and mail, and put a space after every period."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=500, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """A few lines are enough; the browser fills in nothing."""
        return {**super().widget_attrs(widget), "rows": "4", "autocomplete": "off"}

    def validate(self, value: str) -> None:
        """Refuse also what can be followed."""
        super().validate(value)
        if links.holds_link(value):
            raise ValidationError(self.error_messages["url"], code="url")


def _too_long(count: int, limit: int) -> str:
    words = ngettext(
        "Your message has %(count)s character; please shorten it to %(limit)s.",
        "Your message has %(count)s characters; please shorten it to %(limit)s.",
        count,
    )
    return words % {"count": local_number(count), "limit": local_number(limit)}
