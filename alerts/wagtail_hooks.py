"""What alerts add to Wagtail's admin."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from alerts.choosers import ActionChooserViewSet, letter_chooser, petition_chooser
from alerts.letters.models import Letter
from alerts.petitions.models import Petition


@hooks.register("register_admin_viewset")
def action_choosers() -> list[ActionChooserViewSet]:
    """The dialogs of the action blocks."""
    return [petition_chooser, letter_chooser]


class ActionViewSet(SnippetViewSet):
    """The list of one kind of action, with state and count."""

    list_display: ClassVar = [
        "name",
        Column("state", label=_("State"), accessor="get_state_display"),
        Column("count", label=_("Confirmed"), accessor="count"),
        "closes_at",
    ]
    list_filter: ClassVar = ["state"]
    search_fields: ClassVar = ["name"]
    ordering: ClassVar = ["-pk"]
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Petition] | QuerySet[Letter]:
        """Every action with its count, read at once."""
        queryset: QuerySet[Petition] | QuerySet[Letter] = self.model.objects.with_counts()
        return queryset


class PetitionViewSet(ActionViewSet):
    """Petitions: their goal, deadline and state."""

    model = Petition
    icon = "edit"
    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("state"),
        FieldPanel("goal"),
        FieldPanel("closes_at"),
        FieldPanel("organisation"),
    ]


class LetterViewSet(ActionViewSet):
    """Letters: their deadline and state."""

    model = Letter
    icon = "mail"
    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("state"),
        FieldPanel("closes_at"),
        FieldPanel("organisation"),
    ]


class ActionsGroup(SnippetViewSetGroup):
    """Both kinds, together in the menu."""

    menu_label = pgettext_lazy("menu", "Actions")
    menu_icon = "form"
    menu_order = 150
    items = (PetitionViewSet, LetterViewSet)


register_snippet(ActionsGroup)
