"""Whole public pages from memory: what carries a petition that is on television."""

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

# Added by whoever spreads a link: it would make a page of its own out of every click.
TRACKING = frozenset({"fbclid", "gclid", "gbraid", "wbraid", "igshid", "mc_cid", "mc_eid"})
TRACKING_PREFIX = "utm_"
HARMLESS_VARY = frozenset({"", "accept-encoding"})


class PageCacheMiddleware:
    """Answer a public page from the cache, and keep the answers that say they are public.

    A view makes its page eligible with ``Cache-Control: public``. Nothing is kept that sets or
    depends on a cookie; whoever is logged in sees every page fresh.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not asks_for_public_page(request):
            return self.get_response(request)
        drop_tracking(request)
        key = cache_key(request)
        if kept := cache.get(key):
            return restored(*kept)
        response = self.get_response(request)
        if request.method == "GET" and is_public_page(response):
            cache.set(key, (response.content, dict(response.items())), settings.PAGE_CACHE_SECONDS)
            response["X-Altavoz-Cache"] = "miss"
        return response


def asks_for_public_page(request: HttpRequest) -> bool:
    """Whether the answer may be the same for everybody."""
    return (
        settings.PAGE_CACHE_SECONDS > 0
        and request.method in {"GET", "HEAD"}
        and not request.path_info.startswith((settings.ADMIN_PREFIX, settings.STATIC_URL))
        and not getattr(request, "is_dummy", False)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def is_public_page(response: HttpResponse) -> bool:
    """Whether ``response`` says that anybody may see it, and nothing in it says otherwise."""
    directives = words(response.get("Cache-Control", ""))
    varies = words(response.get("Vary", ""))
    return (
        response.status_code == HTTPStatus.OK
        and not response.streaming
        and "public" in directives
        and varies <= HARMLESS_VARY
        and not response.cookies
    )


def words(header: str) -> set[str]:
    """The parts of a header that lists things between commas."""
    return {part.strip().lower() for part in header.split(",")}


def drop_tracking(request: HttpRequest) -> None:
    """Remove tracking parameters, so that the page cannot show what its key ignores."""
    query = request.META.get("QUERY_STRING", "")
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [pair for pair in pairs if not is_tracking(pair[0])]
        if len(kept) < len(pairs):
            request.META["QUERY_STRING"] = urlencode(kept)


def is_tracking(name: str) -> bool:
    """Whether a query parameter only says where a visitor came from."""
    return name in TRACKING or name.startswith(TRACKING_PREFIX)


def cache_key(request: HttpRequest) -> str:
    """One key per address; hashed, because cache servers limit length and characters."""
    address = request.build_absolute_uri(request.get_full_path())
    return f"page:{sha256(address.encode()).hexdigest()}"


def restored(content: bytes, headers: dict[str, str]) -> HttpResponse:
    """The kept page as a response."""
    return HttpResponse(content, headers={**headers, "X-Altavoz-Cache": "hit"})
