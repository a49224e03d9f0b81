"""A field that people do not see: what fills it in is a program."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class HoneypotField(forms.Field):
    """Cleans to whether anything was written; never refuses, so that a program learns nothing."""

    widget = forms.TextInput
    template_name = "components/honeypot.html"

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Please leave this field empty"))
        super().__init__(required=False, template_name=self.template_name, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """Out of the way of the keyboard, and of what browsers fill in by themselves."""
        return {**super().widget_attrs(widget), "tabindex": "-1", "autocomplete": "off"}

    def clean(self, value: Any) -> bool:
        """Whether something was written."""
        return bool(value and str(value).strip())
