"""The same-origin guard: acts come from our own pages, without a cookie or a token to prove it."""

from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from .retrying import View, retried

# Fields that lead through the steps of an act, and choices: nobody typed them.
NOT_TYPED = {
    *("step", "asked", "at", "ticket", "key", "outcome", "consent"),
    *("who", "scope", "places", "kind", "languages", "may_sign", "own_name"),
    *("country", "shows_name", "wants_news"),
}


def act(view: View) -> View:
    """Make ``view`` a public act: never stored, without CSRF cookie, refused across sites."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST" and not comes_from_here(request):
            return refused(request)
        return view(request, *args, **kwargs)

    return act_by_token(guarded)


def act_by_token(view: View) -> View:
    """Make ``view`` an act whose address is all the permission it needs, whoever posts there.

    Mail programs and their servers do so, and say nothing of a page that they come from.
    """
    again = retried(view)

    @wraps(view)
    def unstored(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = again(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        return response

    return csrf_exempt(never_cache(unstored))


def comes_from_here(request: HttpRequest) -> bool:
    """Whether a browser says this post was sent by a page of this site.

    ``Sec-Fetch-Site`` decides where it is sent; without it ``Origin`` is compared, then
    ``Referer``. A post that brings none of the three is not ours.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    stated = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        parts = urlsplit(stated)
    except ValueError:
        return False
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())


def refused(request: HttpRequest) -> HttpResponse:
    """A page that shows what was typed and posts it again, from here this time."""
    typed = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    shown = [text for name, text in typed if text.strip() and name not in NOT_TYPED]
    context = {"typed": typed, "shown": shown}
    return render(request, "pages/refused_page.html", context, status=403)
