from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .limit_admin import LimitViewSet, OnlyChanged
from .mail_panel import UntranslatedMails
from .models import Limit, Organisation


class OrganisationViewSet(SnippetViewSet):
    """Where editors keep the organisations that supporters may hear from."""

    model = Organisation
    icon = "group"
    list_display = ["name", "website"]
    search_fields = ["name"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldPanel("website"),
        FieldPanel("postal_address"),
    ]


register_permission_policy(Limit, OnlyChanged(Limit))


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """What was done about one person; the history names the act, and nobody."""
    actions.register_action("supporters.search", _("Search"), _("Searched for an address"))
    actions.register_action("supporters.find", _("Find"), _("Found it by its address"))
    actions.register_action("supporters.show", _("Show"), _("Read whose it is"))
    actions.register_action("supporters.export", _("Export"), _("Exported it"))
    actions.register_action("supporters.correct", _("Correct"), _("Corrected it"))
    actions.register_action("supporters.erase", _("Erase"), _("Took it back and erased it"))
    actions.register_action(
        "supporters.export_all", _("Export all"), _("Exported all that is kept about an address")
    )
    actions.register_action(
        "supporters.erase_all", _("Erase all"), _("Erased all that was kept about an address")
    )
    actions.register_action(
        "supporters.export_consents", _("Export consents"), _("Exported who may be written to")
    )
    actions.register_action("supporters.lift", _("Allow mail"), _("Let an address be mailed again"))


@hooks.register("construct_homepage_panels")
def tell_of_untranslated_mails(request: HttpRequest, panels: list[Component]) -> None:
    """First of all, which readers are not written to in their language."""
    panels.append(UntranslatedMails())


register_snippet(OrganisationViewSet)
register_snippet(LimitViewSet)
