"""The furniture of every page: the site's name, its menu and the pages forms point to."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
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
    home = site.root_page.localized
    shared = SiteSettings.for_request(request)
    return SiteFurniture(
        name=settings.SITE_NAME,
        home_url=home.get_url(request) or "/",
        menu_items=_menu(home, request),
        privacy_url=_url(shared.privacy_page, request),
        about_url=_url(shared.about_page, request),
    )


def _menu(home: Page, request: HttpRequest) -> list[MenuItem]:
    pages = home.get_children().live().in_menu()
    urls = [(page.title, page.get_url(request)) for page in pages]
    return [MenuItem(title, url, request.path.startswith(url)) for title, url in urls]


def _url(page: Page | None, request: HttpRequest) -> str:
    return page.localized.get_url(request) or "" if page else ""
