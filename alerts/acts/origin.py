"""Where an act comes from, as far as the request tells."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from alerts.petitions.entry import Origin

LONGEST = 200


def origin_of(request: HttpRequest, *, home: str, is_trapped: bool) -> Origin:
    """The visitor's network, and the page with the form: ``home`` where none is named."""
    network = request.META.get("REMOTE_ADDR", "")
    return Origin(network=network, page=_page_before(request) or home, is_trapped=is_trapped)


def _page_before(request: HttpRequest) -> str:
    """The path of the page that the post comes from; empty for acts, and for other sites."""
    try:
        before = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    is_ours = before.netloc == request.get_host() and len(before.path) <= LONGEST
    return before.path if is_ours and _is_page(before.path) else ""


def _is_page(path: str) -> bool:
    try:
        return "act" not in resolve(path).namespaces
    except Resolver404:
        return False
