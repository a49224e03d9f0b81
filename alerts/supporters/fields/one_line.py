"""A line of text, and one that others will read."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from locales.cldr import local_number

from .. import characters

# What begins a cell, and is calculated there, where a spreadsheet parts cells by these signs. After
# a comma, names such as “Smith, -Jones” are left alone.
_HIDDEN_FORMULA = re.compile(r'[;|\t][\s"]*[=+\-@＝＋－＠]|,[=+@＝＋＠]')


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


class ListedLineField(OneLineField):
    """One line for the public list: no markup, no formula, no address of a web page.

    A name such as “Lakeside.org” is a name; only what can be followed is refused.
    """

    default_error_messages = {
        "markup": _("Please write this without < and >."),
        "formula": _("Please begin with a letter or a digit, not with = + - or @."),
        "hidden_formula": _("Please write no = + - or @ right after a comma, semicolon or bar."),
        "url": _("Please leave out the web address here; there is a field of its own for it."),
    }

    def validate(self, value: str) -> None:
        """Refuse what a page, a spreadsheet or a mail program would take for more than words."""
        super().validate(value)
        if set(value) & set("<>"):
            raise self.refusal("markup")
        if value[:1] in characters.FORMULA_STARTS:
            raise self.refusal("formula")
        if _HIDDEN_FORMULA.search(value):
            raise self.refusal("hidden_formula")
        if "://" in value or "www." in value.casefold():
            raise self.refusal("url")
