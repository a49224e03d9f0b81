"""Where staff look up what is kept about one person, and who may be written to."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from alerts.consent_admin.views import (
    CONSENT_FILE,
    CONSENTS,
    EXPORT_CONSENTS,
    ConsentFileView,
    ConsentsView,
)
from alerts.petition_admin.hub import SEE_PERSONS
from alerts.petition_admin.stewarding import (
    CORRECT,
    FIND,
    SHOW,
    CorrectView,
    FindView,
    SignatureView,
)


class PersonsMenuItem(MenuItem):
    """A way to what is known of persons, for those who have the ``permission``."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))


@hooks.register("register_admin_menu_item")
def find_menu_item() -> MenuItem:
    """After the actions."""
    find, icon = reverse_lazy(FIND), "user"
    label = _("Find a person")
    return PersonsMenuItem(label, find, icon_name=icon, order=160, permission=SEE_PERSONS)


@hooks.register("register_admin_menu_item")
def consents_menu_item() -> MenuItem:
    """After the search."""
    listed, icon = reverse_lazy(CONSENTS), "list-ul"
    label = ConsentsView.page_title
    return PersonsMenuItem(label, listed, icon_name=icon, order=165, permission=EXPORT_CONSENTS)


@hooks.register("register_admin_urls")
def stewarding_urls() -> list[URLPattern]:
    """The consents, the search, the pages about one signature; no address names a person."""
    return [
        path("consents/", ConsentsView.as_view(), name=CONSENTS),
        path("consents/<int:pk>/file/", ConsentFileView.as_view(), name=CONSENT_FILE),
        path("supporters/", FindView.as_view(), name=FIND),
        path("supporters/signatures/<uuid:pk>/", SignatureView.as_view(), name=SHOW),
        path("supporters/signatures/<uuid:pk>/correct/", CorrectView.as_view(), name=CORRECT),
    ]
