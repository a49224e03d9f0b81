"""The pages of the admin about one petition, and how its history names what they did."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from alerts.petition_admin import urls
from alerts.petition_admin.hub import CHANGE
from alerts.petition_admin.waiting import Waiting


@hooks.register("register_admin_urls")
def petition_urls() -> list[URLResolver]:
    """Their addresses, by the names that :mod:`alerts.petition_admin.urls` gives them."""
    return [path("petitions/", include(urls))]


@hooks.register("construct_homepage_panels")
def tell_what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Before what Wagtail has to tell, the signatures and reasons that wait for staff."""
    if request.user.has_perm(CHANGE):
        panels.append(Waiting())


@hooks.register("register_log_actions")
def petition_log_actions(actions: LogActionRegistry) -> None:
    """What was done to a petition beside changing its settings."""
    actions.register_action("petitions.send_news", _("Send news"), _("Sent news to signers"))
    actions.register_action(
        "petitions.review_held", _("Review"), _("Decided about signatures that were held")
    )
    actions.register_action(
        "petitions.merge",
        _("Merge"),
        _("Withdrew signatures of people who had signed already, found when hashing anew"),
    )
    actions.register_action(
        "petitions.begin_sweep", _("Change many"), _("Began to change many signatures")
    )
    actions.register_action(
        "petitions.stop_sweep", _("Stop"), _("Stopped changing many signatures")
    )
    actions.register_action(
        "petitions.undo_sweep", _("Undo"), _("Began to undo a change of many signatures")
    )
    actions.register_action(
        "petitions.add_paper", _("Enter paper"), _("Entered signatures on paper")
    )
    actions.register_action(
        "petitions.take_back_paper", _("Take back paper"), _("Took back signatures on paper")
    )
    actions.register_action(
        "petitions.reason_shown", _("Show a reason"), _("Showed the reason of a signer")
    )
    actions.register_action(
        "petitions.reason_refused", _("Refuse a reason"), _("Kept the reason of a signer private")
    )
    actions.register_action(
        "petitions.record_delivery", _("Record a delivery"), _("Recorded a delivered list")
    )
    actions.register_action("petitions.make_packet", _("Make a packet"), _("Made a packet"))
    actions.register_action(
        "petitions.take_packet", _("Take a file"), _("Downloaded a file of a packet")
    )
