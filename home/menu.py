"""The furniture of every page: the site's name, its menu and the pages forms point to."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home.models import SiteSettings


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page in the main menu."""

    title: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class SiteFurniture:
    """What header and footer show, in the reader's language."""

    name: str
    home_url: str
    menu_items: list[MenuItem]
    privacy_url: str
    about_url: str


def furniture(request: HttpRequest) -> SiteFurniture:
    """Header and footer for the site and language of ``request``."""
    site = Site.find_for_request(request)
    if site is None:
        return SiteFurniture(settings.SITE_NAME, "/", [], "", "")
    shared = SiteSettings.for_request(request)
    home, privacy, about = _in_this_language(site.root_page, shared.privacy_page, shared.about_page)
    return SiteFurniture(
        name=settings.SITE_NAME,
        home_url=_url(home, request) or "/",
        menu_items=_menu(home, request),
        privacy_url=_url(privacy, request),
        about_url=_url(about, request),
    )


def _in_this_language(*pages: Page | None) -> list[Any]:
    """Each page's live translation into the reader's language, or itself, in one query."""
    keys = [page.translation_key for page in pages if page]
    found = Page.objects.live().filter(
        translation_key__in=keys, locale__language_code=get_language()
    )
    translations = {page.translation_key: page for page in found}
    return [page and translations.get(page.translation_key, page) for page in pages]


def _menu(home: Page, request: HttpRequest) -> list[MenuItem]:
    pages = home.get_children().live().in_menu()
    urls = [(page.title, _url(page, request)) for page in pages]
    return [MenuItem(title, url, request.path.startswith(url)) for title, url in urls if url]


def _url(page: Page | None, request: HttpRequest) -> str:
    return page.get_url(request) or "" if page else ""
