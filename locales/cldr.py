"""Numbers, dates and lists as the reader's language writes them (CLDR, through Babel)."""

import datetime
from collections.abc import Iterable

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from django.utils.translation import get_language, to_locale

from locales.languages import BY_CODE, LANGUAGES


def cldr_locale() -> Locale:
    """The active language as CLDR knows it."""
    language = BY_CODE.get(get_language() or "", LANGUAGES[0])
    return Locale.parse(language.cldr or to_locale(language.code))


def local_number(value: int) -> str:
    """``12345`` as the reader writes it, such as 12,345."""
    return format_decimal(value, locale=cldr_locale())


def local_date(value: datetime.date) -> str:
    """A date in words: April 1, 2027; 1 de abril de 2027."""
    return format_date(value, format="long", locale=cldr_locale())


def local_list(items: Iterable[str]) -> str:
    """Several things in one phrase: form, website, and phone."""
    return format_list(list(items), style="standard", locale=cldr_locale())
