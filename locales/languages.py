"""The one list of languages: what Altavoz can speak, and who has read it over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface and of content.

    ``code`` is the locale's code in URLs, ``own_name`` what its speakers call it, ``cldr`` the
    locale whose numbers and dates its readers in the United States expect (else that of ``code``),
    ``reviewed_by`` the
    speaker who has read the whole catalogue (empty until somebody has).
    """

    code: str
    own_name: str
    right_to_left: bool = False
    reviewed_by: str = ""
    cldr: str = ""

    @property
    def is_reviewed(self) -> bool:
        """Whether a speaker has read this language's catalogue."""
        return bool(self.reviewed_by)

    @property
    def direction(self) -> str:
        """The value of ``dir`` for text in this language."""
        return "rtl" if self.right_to_left else "ltr"


LANGUAGES = (
    Language("en", "English", reviewed_by="the authors (source language)", cldr="en_US"),
    Language("es", "Español", cldr="es_US"),
    Language("ar", "العربية", right_to_left=True),
)

BY_CODE = {language.code: language for language in LANGUAGES}


def offered(codes: list[str]) -> list[Language]:
    """The languages of ``codes``, in that order; raises ``ValueError`` naming unknown codes."""
    unknown = [code for code in codes if code not in BY_CODE]
    if unknown:
        known = ", ".join(BY_CODE)
        message = f"Unknown language {', '.join(unknown)}; locales/languages.py knows {known}."
        raise ValueError(message)
    return [BY_CODE[code] for code in codes]
