"""Understanding which languages an endorser works in."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from locales.languages import BY_CODE

from ..spoken import SPOKEN, language_name

SEPARATORS = re.compile(r"[;,\n]")


def read_languages(text: str) -> list[str]:
    """Codes of :data:`~coalition.spoken.SPOKEN`, sorted, each once.

    Takes codes and names, in any language of the site or in the language itself, apart by
    semicolons; raises ``ValidationError`` naming what it does not know.
    """
    words = [word.strip() for word in SEPARATORS.split(text) if word.strip()]
    unknown = [word[:40] for word in words if _plain(word) not in _codes()]
    if unknown:
        message = _("“%(language)s” is no language we know. Please write its name or code.")
        raise ValidationError(message % {"language": unknown[0]})
    return sorted({_codes()[_plain(word)] for word in words})


def _plain(word: str) -> str:
    return " ".join(word.replace("-", "_").casefold().split())


@cache
def _codes() -> dict[str, str]:
    codes = {_plain(name): code for code in SPOKEN if (name := _own_name(code))}
    for language in BY_CODE:
        with translation.override(language):
            codes |= {_plain(language_name(code)): code for code in SPOKEN}
    return codes | {_plain(code): code for code in SPOKEN}


def _own_name(code: str) -> str:
    """What its speakers call it, where CLDR knows."""
    try:
        return str(Locale.parse(code).languages.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""
