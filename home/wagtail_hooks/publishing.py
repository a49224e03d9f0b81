"""A page that may not go live is answered with sentences, wherever it is published from."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from home.publishing import GuardedPage, Problem


@hooks.register("before_publish_page")
def refuse_to_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The editor's button: what came up since the form was checked; the draft is kept."""
    found = page.problems(going_live=True) if isinstance(page, GuardedPage) else []
    return redirect("wagtailadmin_pages:edit", page.pk) if tell(request, page, found) else None


@hooks.register("before_bulk_action")
def refuse_to_publish_many(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Publishing from a list: all of the chosen pages, or none."""
    if action_type != "publish" or action.model is not Page:
        return None
    deep = action.cleaned_form.cleaned_data["include_descendants"]
    told = [
        tell(request, page, page.get_latest_revision_as_object().problems(going_live=True))
        for page in _guarded(objects, deep=deep)
    ]
    return redirect(action.next_url) if any(told) else None


def tell(request: HttpRequest, page: Page, found: list[Problem]) -> bool:
    """Show each problem with the page it is of; whether there is one."""
    for problem in found:
        shown = {"title": page.get_admin_display_title(), "problem": problem.message}
        messages.error(request, _("“%(title)s” was not published. %(problem)s") % shown)
    return bool(found)


def _guarded(pages: Iterable[Page], *, deep: bool) -> Iterator[Any]:
    """The guarded ones among ``pages`` and, if ``deep``, among the drafts below them."""
    pages = list(pages)
    found = list(Page.objects.filter(pk__in=[page.pk for page in pages]).specific())
    for page in pages if deep else ():
        found += Page.objects.descendant_of(page).not_live().specific()
    return (page for page in found if isinstance(page, GuardedPage))
