"""What is shown when there is no such page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home.alternates import Alternate, alternate


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A 404 in the reader's language; where the page exists in others, it offers them."""
    context = {"elsewhere": translations_of(request)}
    return render(request, "404.html", context, status=404)


def translations_of(request: HttpRequest) -> list[Alternate]:
    """The same address in the languages that have it: slugs are shared by all translations."""
    here = get_language() or settings.LANGUAGE_CODE
    rest = request.path.removeprefix(f"/{here}/")
    site = Site.find_for_request(request)
    if site is None or rest == request.path or "\x00" in rest:
        return []
    roots = site.root_page.get_translations(inclusive=True).live().public()
    paths = [f"{root.url_path}{rest}" for root in roots]
    pages = Page.objects.live().public().filter(url_path__in=paths).select_related("locale")
    return [
        alternate(page.locale.language_code, page.get_url(request))
        for page in pages
        if page.locale.language_code != here
    ]
