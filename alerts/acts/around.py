"""Showing an act's form again, within the page it stands on."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import PageViewRestriction

from alerts.models import AlertPage

UNPROCESSABLE = 422


def page_of(action: Any, locale: str) -> AlertPage | None:
    """The live alert, open to everybody, that owns ``action``, in ``locale``."""
    return _pages_of(action, locale).first()


def address_of(action: Any, locale: str) -> str | None:
    """Where that alert is: what an act needs of it, read without its words."""
    page = _pages_of(action, locale).only("url_path").first()
    return page.url if page else None


def render_around(
    request: HttpRequest, *, kind: str, action: Any, locale: str, form: forms.Form
) -> HttpResponse:
    """The alert that owns ``action`` with ``form``, its errors and what was typed, in place.

    Without a live page (it was taken down meanwhile) the form stands on a page of its own.
    """
    page = page_of(action, locale)
    if page is None:
        context = {"form": form, "action": action, "kind": kind}
        return render(request, "pages/act_page.html", context, status=UNPROCESSABLE)
    context = page.get_context(request)
    context |= {"bound_forms": {(kind, action.pk): form}, "has_errors": True}
    return render(request, page.get_template(request), context, status=UNPROCESSABLE)


def _pages_of(action: Any, locale: str) -> QuerySet[AlertPage]:
    """Those pages; ``public()`` reads much, and few sites shut any page."""
    live = AlertPage.objects.live().filter(translation_key=action.home)
    pages: Any = live.filter(locale__language_code=locale)
    found: QuerySet[AlertPage] = pages.public() if PageViewRestriction.objects.exists() else pages
    return found
