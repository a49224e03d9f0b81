"""Staff find, decide on and merge endorsers in the menu “Coalition”."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.site_summary import SummaryItem
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from ..models import Endorser
from ..viewsets import CoalitionGroup
from ..viewsets.bulk import ApproveBulkAction, DeclineBulkAction, DeleteEndorsersBulkAction
from ..viewsets.listing import has_counted
from ..viewsets.summary import WaitingItem
from ..viewsets.ways import LIST

hooks.register("register_bulk_action", ApproveBulkAction)
hooks.register("register_bulk_action", DeclineBulkAction)
# After Wagtail's own way to delete, which it replaces for endorsers.
hooks.register("register_bulk_action", DeleteEndorsersBulkAction, order=1)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """How the history of an entry names what was done beside changing it."""
    actions.register_action("coalition.ask", _("Ask"), _("Asked the contact a question"))
    actions.register_action("coalition.merge", _("Merge"), _("Took in another entry"))
    actions.register_action(
        "coalition.accept_correction", _("Take over"), _("Took over a correction")
    )
    actions.register_action("coalition.drop_correction", _("Drop"), _("Dropped a correction"))


@hooks.register("construct_homepage_summary_items")
def waiting_item(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Tell on the front page how many wait."""
    items.append(WaitingItem(request))


@hooks.register("before_delete_snippet")
def refuse_to_delete(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """What was ever listed stays, for the numbers that were shown."""
    keys = [instance.pk for instance in instances if isinstance(instance, Endorser)]
    kept = Endorser.objects.filter(has_counted(), pk__in=keys) if keys else ()
    for endorser in kept:
        said = gettext("“%(name)s” was on the list and cannot be deleted. Take it off the list.")
        messages.error(request, said % {"name": endorser})
    return redirect(reverse(LIST)) if kept else None


register_snippet(CoalitionGroup)
