"""The countries of the world as the reader's language names them (CLDR, through Babel)."""

import unicodedata
from functools import lru_cache

from .cldr import cldr_locale

HOME = "US"
# Codes of CLDR that are no country: groups of countries, parts of one, and tests of software.
NO_COUNTRY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN"})
TESTS = frozenset({"XA", "XB", "ZZ"})
# Territories of the United States have ZIP codes and stand among its states.
AT_HOME = frozenset({"AS", "GU", "MP", "PR", "UM", "VI"})


def country_choices() -> list[tuple[str, str]]:
    """Code and name of every country, home first, the others in the alphabet."""
    return _choices(str(cldr_locale()))


def country_name(code: str) -> str:
    """The country's name in the reader's language; the code itself where there is none such."""
    return str(cldr_locale().territories.get(code, code))


@lru_cache
def _choices(_locale: str) -> list[tuple[str, str]]:
    left_out = NO_COUNTRY | TESTS | AT_HOME
    codes = [code for code in map(str, cldr_locale().territories) if code.isalpha()]
    named = [(code, country_name(code)) for code in codes if code not in left_out]
    return sorted(named, key=lambda pair: (pair[0] != HOME, _plain(pair[1])))


def _plain(name: str) -> str:
    """``name`` without accents, which part no alphabet here."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)
    ).casefold()
