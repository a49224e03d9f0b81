"""The ways to a person: email and phone."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from .. import characters
from .one_line import OneLineField

# An extension may follow, as "x 12" or "ext. 12".
PHONE = re.compile(r"\+?[\d\s().-]+(?:(?:x|ext\.?)\s*\d{1,6})?", re.ASCII | re.IGNORECASE)
PHONE_LENGTHS = range(7, 22)


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


class PhoneField(OneLineField):
    """A phone number of any country, with the signs people part it by; cleans to 0-9 digits."""

    widget = forms.TextInput(attrs={"type": "tel"})
    default_label = _("Phone number")
    attributes = {"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}
    default_error_messages = {
        "required": _("Please write your phone number."),
        "too_long": _("Please write one phone number only, like 312 555 0100."),
        "invalid": _("Please write your phone number with digits, like 312 555 0100."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=40, **kwargs)

    def clean(self, value: Any) -> str:
        """The number as typed, or nothing where the field may stay empty."""
        typed = characters.ascii_digits(super().clean(value)).strip()
        digits = sum(char.isdigit() for char in typed)
        if typed and not (PHONE.fullmatch(typed) and digits in PHONE_LENGTHS):
            raise self.refusal("invalid")
        return typed
