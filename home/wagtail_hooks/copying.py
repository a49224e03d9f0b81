"""Copying pages in the admin; that a copy gets rows of its own is the page's own doing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from home.publishing import GuardedPage


@hooks.register("before_copy_page")
def refuse_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An alias would show the forms of another page."""
    if request.method != "POST" or not request.POST.get("alias"):
        return None
    pages = Page.objects.filter(pk=page.pk)
    if request.POST.get("copy_subpages"):
        pages = Page.objects.descendant_of(page, inclusive=True)
    kept = next((found for found in pages.specific() if isinstance(found, GuardedPage)), None)
    if kept is None:
        return None
    message = _("“%(title)s” cannot have an alias. Copy it without “Alias” instead.")
    messages.error(request, message % {"title": kept})
    return redirect("wagtailadmin_pages:copy", page.pk)
