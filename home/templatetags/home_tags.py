"""Dates and numbers as the reader's language writes them (CLDR, through Babel)."""

import datetime

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from django import template
from django.utils.translation import get_language, to_locale

register = template.Library()


def cldr_locale() -> Locale:
    """The reader's language as CLDR knows it."""
    try:
        return Locale.parse(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@register.filter
def localnumber(value: int) -> str:
    """``12345`` as the reader writes it: 12,345 or 12.345 or ١٢٬٣٤٥."""
    return str(format_decimal(value, locale=cldr_locale()))


@register.filter
def longdate(value: datetime.date) -> str:
    """A date in words: 1 April 2027, 1 de abril de 2027."""
    return str(format_date(value, format="long", locale=cldr_locale()))
