"""Where words are found, and where their translations are kept."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.plurals import get_plural
from django.utils.translation import to_locale

from locales.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("home", "alerts", "coalition", "site", "templates")
SOURCE_LANGUAGE = "en"


def translated_languages() -> list[str]:
    """The codes of all languages but the one the words are written in."""
    return [language.code for language in LANGUAGES if language.code != SOURCE_LANGUAGE]


def catalogue(code: str, root: Path = ROOT) -> Path:
    """The file with the translations into a language; ``zh-hans`` lies in ``zh_Hans``."""
    return root / "locales" / to_locale(code) / "LC_MESSAGES" / "django.po"


def plural_count(code: str) -> int:
    """How many plural forms a language has."""
    return int(get_plural(to_locale(code)).num_plurals)


def plural_rule(code: str) -> str:
    """Which number takes which form, as the head of a catalogue says it."""
    return str(get_plural(to_locale(code)).plural_forms)


def files(ending: str, root: Path = ROOT) -> Iterator[Path]:
    """Every file of the product with that ending, in a stable order."""
    for room in ROOMS:
        yield from sorted((root / room).rglob(f"*{ending}"))
