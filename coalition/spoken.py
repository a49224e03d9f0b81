"""The languages that endorsers work in: those most spoken in the United States."""

from django.utils.translation import gettext

from locales.cldr import cldr_locale

from .names import sort_key

AMERICAN_SIGN_LANGUAGE = "ase"
SPOKEN: tuple[str, ...] = (
    *("en", "es", AMERICAN_SIGN_LANGUAGE, "am", "ar", "bn", "bs", "chr", "ckb", "fa", "fa_AF"),
    *("ff", "fr", "gu", "ha", "haw", "hi", "hmn", "ht", "hy", "ig", "ilo", "ja", "kea", "km", "ko"),
    *("ln", "lo", "mh", "my", "ne", "nv", "om", "pa", "pl", "ps", "pt", "quc", "rhg", "ru", "rw"),
    *("sm", "so", "sq", "sw", "ta", "te", "th", "ti", "tl", "uk", "ur", "vi", "wo", "yi", "yo"),
    *("yue", "zap", "zh_Hans", "zh_Hant"),
)


def language_name(code: str) -> str:
    """The language's name in the reader's language; the code itself where CLDR has none."""
    if code == AMERICAN_SIGN_LANGUAGE:
        return gettext("American Sign Language")
    name = str(cldr_locale().languages.get(code, ""))
    return name[:1].upper() + name[1:] or code


def language_choices() -> list[tuple[str, str]]:
    """Every code of :data:`SPOKEN` with its name, in the order of the reader's alphabet."""
    named = [(code, language_name(code)) for code in SPOKEN]
    return sorted(named, key=lambda pair: sort_key(pair[1]))
