"""What is shown when there is no such page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home.alternates import Alternate, alternate

# How many steps a route leads below its page at most.
LONGEST_ROUTE = 2


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
    routes = {f"{root.url_path}{place}": route for root in roots for place, route in _split(rest)}
    pages = Page.objects.live().public().filter(url_path__in=routes).specific()
    found = [(page, routes[page.url_path]) for page in pages if page.locale.language_code != here]
    return [
        alternate(page.locale.language_code, f"{page.get_url(request)}{route}")
        for page, route in found
        if f"/{route}" in page.get_route_paths()
    ]


def _split(rest: str) -> list[tuple[str, str]]:
    """The pages that an address may mean, each with what would be its route below the page."""
    steps = rest.split("/")
    shortest = max(len(steps) - 1 - LONGEST_ROUTE, 0)
    return [
        ("".join(f"{step}/" for step in steps[:end]), "/".join(steps[end:]))
        for end in range(shortest, len(steps))
    ]
