"""The six digits from the mail, as people copy them."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alerts.supporters import characters
from alerts.supporters.fields import OneLineField

from .codes import DIGITS

CODE = re.compile(rf"\d{{{DIGITS}}}", re.ASCII)


class CodeField(OneLineField):
    """A code in the digits of any script, however it is spaced; cleans to plain digits."""

    default_label = _("Six digits from the message")
    attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
    default_error_messages = dict.fromkeys(
        ("required", "too_long", "line_break", "deceptive", "encoded", "invalid"),
        _("Please write the six digits that stand in the message."),
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=40, **kwargs)

    def clean(self, value: Any) -> str:
        """Six ASCII digits."""
        typed = characters.ascii_digits(super().clean(value))
        code = "".join(char for char in typed if not (char.isspace() or char == "-"))
        if not CODE.fullmatch(code):
            raise self.refusal("invalid")
        return code


class CodeForm(forms.Form):
    """What confirms a signature on the device it was made on."""

    code = CodeField()
