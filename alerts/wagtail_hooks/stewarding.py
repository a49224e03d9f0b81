"""Where staff look up what is kept about one person."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from alerts.petition_admin.hub import SEE_PERSONS
from alerts.petition_admin.stewarding import (
    CORRECT,
    FIND,
    SHOW,
    CorrectView,
    FindView,
    SignatureView,
)


class FindMenuItem(MenuItem):
    """The way to the search, for those who may know who signed."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(SEE_PERSONS))


@hooks.register("register_admin_menu_item")
def find_menu_item() -> MenuItem:
    """After the actions."""
    return FindMenuItem(_("Find a person"), reverse_lazy(FIND), icon_name="user", order=160)


@hooks.register("register_admin_urls")
def stewarding_urls() -> list[URLPattern]:
    """The search and the pages about one signature; none of them names a person."""
    return [
        path("supporters/", FindView.as_view(), name=FIND),
        path("supporters/signatures/<uuid:pk>/", SignatureView.as_view(), name=SHOW),
        path("supporters/signatures/<uuid:pk>/correct/", CorrectView.as_view(), name=CORRECT),
    ]
