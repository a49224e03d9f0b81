"""What the site adds to Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .caught_mail import is_catching
from .caught_mail_views import CaughtMailListView, CaughtMailView


class CaughtMailMenuItem(MenuItem):
    """The way to the caught mail, shown only on a site that catches it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_catching()


@hooks.register("register_admin_urls")
def caught_mail_urls() -> list[URLPattern]:
    """Addresses of the caught mail, open to whoever may enter the admin."""
    return [
        path("caught-mail/", CaughtMailListView.as_view(), name="caught_mail"),
        path("caught-mail/<str:name>/", CaughtMailView.as_view(), name="caught_mail_message"),
    ]


@hooks.register("register_admin_menu_item")
def caught_mail_menu_item() -> MenuItem:
    """The last entry of the menu, below the daily work."""
    return CaughtMailMenuItem(_("Caught mail"), reverse("caught_mail"), icon_name="mail", order=900)
