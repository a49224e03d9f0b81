"""What every template knows of the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from home.menu import SiteFurniture, furniture
from locales.languages import BY_CODE, Language


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name, menu and shared pages in the reader's language; queried when first used."""
    return {
        "site": SimpleLazyObject(lambda: furniture(request)),
        "page_locale": SimpleLazyObject(current_language),
    }


def current_language() -> Language:
    """The language this answer is in."""
    return BY_CODE.get(get_language() or "", BY_CODE[settings.LANGUAGE_CODE])


__all__ = ["SiteFurniture", "site"]
