"""Form fields for what a person types: forgiving about writing, strict about trickery.

Every error says in a sentence what to do. Values come back NFC-composed and stripped. Text is
measured before it is composed: composing takes time that grows with the square of its length.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from locales.cldr import local_number

from . import characters

ZIP = re.compile(r"(\d{5})(?:[- ]?\d{4})?", re.ASCII)
MESSAGE_LIMIT = 10_000


class OneLineField(forms.CharField):
    """One line in any script, such as a city or the name of a group."""

    default_label: Any = None
    attributes: dict[str, str] = {"dir": "auto"}
    default_error_messages = {
        "required": _("Please fill in this field."),
        "too_long": _("Please use at most %(limit)s characters here."),
        "line_break": _("Please write this on one line."),
        "deceptive": _("Please type this again: it holds characters that cannot be seen."),
        "encoded": _("Please write this without “=?”, which mail programs turn into other text."),
    }

    def __init__(self, *, limit: int = 200, autocomplete: str = "", **kwargs: Any) -> None:
        self.limit = limit
        self.autocomplete = autocomplete
        kwargs.setdefault("label", self.default_label)
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """Tell the browser what belongs here; the length is ours to explain, not its to cut."""
        attrs = {**super().widget_attrs(widget), **self.attributes}
        return attrs | ({"autocomplete": self.autocomplete} if self.autocomplete else {})

    def to_python(self, value: Any) -> str:
        """The text, stripped, and composed if it is not too long for that."""
        text = super().to_python(value) or ""
        self._measure(text)
        return characters.composed(text)

    def validate(self, value: str) -> None:
        """Refuse what no honest line contains."""
        super().validate(value)
        if characters.breaks_line(value):
            raise self.refusal("line_break")
        if characters.is_deceptive(value):
            raise self.refusal("deceptive")
        if characters.ENCODED_WORD in value:
            raise self.refusal("encoded")
        self._measure(value)

    def refusal(self, code: str, **params: object) -> ValidationError:
        """The error known as ``code``, ready to raise."""
        return ValidationError(self.error_messages[code], code=code, params=params)

    def _measure(self, text: str) -> None:
        if len(text) > self.limit:
            raise self.refusal("too_long", limit=local_number(self.limit))


class NameField(OneLineField):
    """A person's whole name, as that person writes it."""

    default_label = _("Full name")
    attributes = {"dir": "auto", "autocomplete": "name", "spellcheck": "false"}
    default_error_messages = {
        "required": _("Please write your name."),
        "too_long": _("Please shorten your name to at most %(limit)s characters."),
        "line_break": _("Please write your name on one line."),
        "deceptive": _("Please type your name again: it holds characters that cannot be seen."),
        "letters": _("Please write your name with letters."),
        "url": _("Please write only your name here, without a web address."),
        "formula": _("Please begin your name with a letter, not with = + - or @."),
    }

    def validate(self, value: str) -> None:
        """Refuse web addresses, spreadsheet formulas and what is no name in any script."""
        super().validate(value)
        if value[:1] in characters.FORMULA_STARTS:
            raise self.refusal("formula")
        if characters.URL.search(value):
            raise self.refusal("url")
        if value and not any(char.isalpha() for char in value):
            raise self.refusal("letters")


class CityField(OneLineField):
    """The name of a town or city."""

    default_label = _("City")
    attributes = {"dir": "auto", "autocomplete": "address-level2"}
    default_error_messages = {"required": _("Please write the name of your city or town.")}


class EmailAddressField(OneLineField):
    """An email address, kept as typed: only comparing it ignores case."""

    widget = forms.EmailInput
    default_label = _("Email address")
    attributes = {
        "autocomplete": "email",
        "inputmode": "email",
        "spellcheck": "false",
        "dir": "ltr",
    }
    default_error_messages = {
        "required": _("Please write your email address."),
        "too_long": _("Please use an email address of at most %(limit)s characters."),
        "line_break": _("Please write one email address, on one line."),
        "deceptive": _("Please type your email address again: it holds hidden characters."),
        "space": _("Please write your email address without spaces."),
        "invalid": _("Please write your email address in full, like name@example.org."),
    }
    is_address = EmailValidator(allowlist=[])

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=254, **kwargs)

    def validate(self, value: str) -> None:
        """Refuse what a mail server would misread; quoted and numeric forms among it."""
        super().validate(value)
        if len(value.split()) > 1:
            raise self.refusal("space")
        if value and (set(value) & set('"[]') or not self._is_address(value)):
            raise self.refusal("invalid")

    def _is_address(self, value: str) -> bool:
        try:
            self.is_address(value)
        except ValidationError:
            return False
        return True


class ZipField(OneLineField):
    """A US ZIP code with or without its four more digits, in any digits; cleans to five."""

    default_label = _("ZIP code")
    attributes = {"autocomplete": "postal-code", "inputmode": "numeric", "dir": "ltr"}
    default_error_messages = {
        "required": _("Please write your ZIP code."),
        "line_break": _("Please write the five digits of your ZIP code."),
        "deceptive": _("Please write the five digits of your ZIP code."),
        "too_long": _("Please write the five digits of your ZIP code."),
        "encoded": _("Please write the five digits of your ZIP code."),
        "invalid": _("Please write the five digits of your ZIP code, like 60614."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=40, **kwargs)

    def clean(self, value: Any) -> str:
        """Five ASCII digits, or nothing where the field may stay empty."""
        typed = characters.ascii_digits(super().clean(value)).strip()
        match = ZIP.fullmatch(typed)
        if typed and match is None:
            raise self.refusal("invalid")
        return match[1] if match else ""


class MessageField(forms.CharField):
    """A letter of several paragraphs, whose line breaks are kept."""

    widget = forms.Textarea
    default_error_messages = {
        "required": _("Please write your message."),
        "deceptive": _("Please type your message again: it holds characters that cannot be seen."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Your message"))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """No ``maxlength``: browsers would cut a pasted letter without a word."""
        return {**super().widget_attrs(widget), "dir": "auto"}

    def to_python(self, value: Any) -> str:
        """The text with one kind of line break, and composed if it is not too long for that."""
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        _measure(text)
        return characters.composed(text)

    def validate(self, value: str) -> None:
        """Refuse hidden characters and more than a letter's length."""
        super().validate(value)
        if characters.is_deceptive(value, allowed="\n\t"):
            raise ValidationError(self.error_messages["deceptive"], code="deceptive")
        _measure(value)


def _measure(message: str) -> None:
    if len(message) > MESSAGE_LIMIT:
        raise ValidationError(_too_long(len(message)), code="too_long")


def _too_long(count: int) -> str:
    words = ngettext(
        "Your message has %(count)s character; please shorten it to %(limit)s.",
        "Your message has %(count)s characters; please shorten it to %(limit)s.",
        count,
    )
    return words % {
        "count": local_number(count),
        "limit": local_number(MESSAGE_LIMIT),
    }
