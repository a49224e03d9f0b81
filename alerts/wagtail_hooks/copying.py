"""Copying alerts in the admin; that a copy gets its own actions is the page's own doing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from alerts.models import AlertPage


@hooks.register("before_copy_page")
def refuse_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An alias would show the forms of another alert's actions."""
    if request.method != "POST" or not request.POST.get("alias"):
        return None
    pages = AlertPage.objects.filter(pk=page.pk)
    if request.POST.get("copy_subpages"):
        pages = AlertPage.objects.descendant_of(page, inclusive=True)
    if not pages.exists():
        return None
    messages.error(request, _("An alert cannot have an alias. Copy it without “Alias” instead."))
    return redirect("wagtailadmin_pages:copy", page.pk)
