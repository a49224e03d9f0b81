"""The furniture of every page: the site's name, its menu and the pages forms point to."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
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


def about_address() -> str:
    """The full address of the about page in the active language, for mail; empty without one."""
    site = Site.objects.filter(is_default_site=True).first()
    shared = SiteSettings.for_site(site) if site else None
    [about] = _in_this_language(shared.about_page if shared else None)
    path = about.relative_url(site) if about else None
    return f"{settings.BASE_URL}{path}" if path else ""


def _in_this_language(*pages: Page | None) -> list[Any]:
    """Each page in the reader's language or as it is; ``None`` for one not open to everybody."""
    wanted = [page for page in pages if page]
    translated = Q(
        translation_key__in=[page.translation_key for page in wanted],
        locale__language_code=get_language(),
    )
    originals = Q(pk__in=[page.pk for page in wanted])
    found = list(
        Page.objects.live().public().filter(translated | originals).select_related("locale")
    )
    itself = {page.pk: page for page in found}
    translations = {
        page.translation_key: page for page in found if page.locale.language_code == get_language()
    }
    return [page and translations.get(page.translation_key, itself.get(page.pk)) for page in pages]


def _menu(home: Page | None, request: HttpRequest) -> list[MenuItem]:
    if home is None:
        return []
    pages = home.get_children().live().public().in_menu()
    urls = [(page.title, _url(page, request)) for page in pages]
    return [MenuItem(title, url, request.path.startswith(url)) for title, url in urls if url]


def _url(page: Page | None, request: HttpRequest) -> str:
    return page.get_url(request) or "" if page else ""
