"""Alternates: one page in each language it is published in."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from locales.languages import BY_CODE


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page's address in one language, with the language's own name and direction."""

    code: str
    name: str
    direction: str
    url: str
    current: bool

    @property
    def absolute_url(self) -> str:
        """The address with the site's own scheme and host, for ``hreflang``."""
        return self.url if self.url.startswith("http") else f"{settings.BASE_URL}{self.url}"


def alternate(code: str, url: str, *, current: bool = False) -> Alternate:
    """The alternate of a page at ``url`` in the language ``code``."""
    language = BY_CODE[code]
    return Alternate(code, language.own_name, language.direction, url, current)


def alternates_of(page: Any, route: str = "") -> list[Alternate]:
    """``page`` in every offered language it is live in, in the order the site offers them.

    ``route`` is what follows the page's own address where the reader is at one of its routes.
    """
    translations = page.get_translations(inclusive=True).live().public().select_related("locale")
    found = {translation.locale.language_code: translation for translation in translations}
    return [
        alternate(code, f"{found[code].url}{route}", current=found[code].pk == page.pk)
        for code, _name in settings.LANGUAGES
        if code in found
    ]
