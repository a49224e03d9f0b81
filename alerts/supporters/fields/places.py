"""Where a person lives: never a street."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from locales.countries import HOME, country_choices

from .. import characters
from .one_line import ListedLineField, OneLineField

ZIP = re.compile(r"(\d{5})(?:[- ]?\d{4})?", re.ASCII)
POSTAL_CODE = re.compile(r"[^\W_](?:[^\W_]|[ -])*")


class CityField(ListedLineField):
    """The name of a town or city, which may come to be listed."""

    default_label = _("City")
    attributes = {"dir": "auto", "autocomplete": "address-level2"}
    default_error_messages = {
        "required": _("Please write the name of your city or town."),
        "url": _("Please leave out web addresses."),
    }


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


class PostalCodeField(OneLineField):
    """The postal code of any country: letters and digits, with spaces or hyphens between them."""

    default_label = _("Postal code")
    attributes = {"autocomplete": "postal-code", "dir": "ltr"}
    default_error_messages = {
        "too_long": _("Please write your postal code only, or leave it empty."),
        "invalid": _("Please write your postal code with letters and digits, or leave it empty."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=16, required=False, **kwargs)

    def clean(self, value: Any) -> str:
        """The code as typed, with 0-9 for the digits of every script."""
        typed = characters.ascii_digits(super().clean(value)).strip()
        if typed and not POSTAL_CODE.fullmatch(typed):
            raise self.refusal("invalid")
        return typed


class CountrySelect(forms.Select):
    """Every country, drawn at once: one template for each of them would take its time."""

    template_name = "components/country_select.html"


class CountryField(forms.ChoiceField):
    """Where somebody lives who may live abroad; cleans to two letters, of home where left empty."""

    widget = CountrySelect
    default_error_messages = {"invalid_choice": _("Please choose a country from the list.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": _("Country"), "initial": HOME, "required": False, **kwargs}
        super().__init__(choices=country_choices, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """Tell the browser what belongs here."""
        return {**super().widget_attrs(widget), "autocomplete": "country"}

    def clean(self, value: Any) -> str:
        """The country's code."""
        return str(super().clean(value)) or HOME
