"""Small public pages to try the site's middleware on."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.utils.crypto import get_random_string
from wagtail.admin import urls as wagtailadmin_urls

from altavoz.health import healthz


def public(request: HttpRequest) -> HttpResponse:
    """A page that differs at every rendering, and shows the query it was asked with."""
    body = f"{get_random_string(12)} {request.GET.urlencode()}"
    return HttpResponse(body, headers={"Cache-Control": "public, max-age=0"})


def setting_cookie(request: HttpRequest) -> HttpResponse:
    """A page that wrongly calls itself public."""
    response = public(request)
    response.set_cookie("seen", "1")
    return response


def varying(request: HttpRequest) -> HttpResponse:
    """A public page that depends on cookies."""
    response = public(request)
    response["Vary"] = "Accept-Encoding, Cookie"
    return response


def private(_request: HttpRequest) -> HttpResponse:
    """A page that says nothing about caching."""
    return HttpResponse(get_random_string(12))


def gone(request: HttpRequest) -> HttpResponse:
    """A page that is no longer there, marked as public."""
    response = public(request)
    response.status_code = 410
    return response


def whereabouts(request: HttpRequest) -> HttpResponse:
    """What the site believes about the request."""
    address, left = request.META["REMOTE_ADDR"], [k for k in request.META if "FORWARDED" in k]
    return HttpResponse(f"{request.scheme} {request.get_host()} {address} {sorted(left)}")


urlpatterns = [
    path("unprefixed", public),
    path("whereabouts", whereabouts),
    path("healthz", healthz),
    path("admin/public", public),
    path("admin/", include(wagtailadmin_urls)),
    *i18n_patterns(
        path("public", public),
        path("setting-cookie", setting_cookie),
        path("varying", varying),
        path("private", private),
        path("gone", gone),
    ),
]
