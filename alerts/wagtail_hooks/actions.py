"""Where staff find petitions and letters, and put away those that are over."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from alerts.choosers import (
    ActionChooserViewSet,
    OrganisationChooser,
    count_columns,
    letter_chooser,
    petition_chooser,
)
from alerts.letters.models import Letter
from alerts.petitions.models import Petition


@hooks.register("register_admin_viewset")
def action_choosers() -> list[ActionChooserViewSet]:
    """The dialogs of the action blocks."""
    return [petition_chooser, letter_chooser]


class NeverDeleted(ModelPermissionPolicy):
    """Nobody may delete: what people signed or wrote hangs on it. It is archived instead."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the user's groups say, but for deleting."""
        return action != "delete" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        """Those whom any other of ``actions`` is open to."""
        users: QuerySet[Any] = super().users_with_any_permission(set(actions) - {"delete"})
        return users


class ActionForm(WagtailAdminModelForm):
    """The settings of an action, with a box that puts it away."""

    archived = forms.BooleanField(
        label=_("Archived"),
        required=False,
        help_text=_("Nobody can take part any more, and alerts cannot choose it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["archived"].initial = self.instance.archived_at is not None

    def save(self, commit: bool = True) -> Any:
        """Note when it was put away, or that it is back."""
        if not self.cleaned_data.get("archived"):
            self.instance.archived_at = None
        elif self.instance.archived_at is None:
            self.instance.archived_at = timezone.now()
        return super().save(commit=commit)


def state_label(action: Any) -> str:
    """The state as staff and visitors find it."""
    return str(_("Archived") if action.archived_at else action.current_state.label)


class ActionViewSet(SnippetViewSet):
    """The list of one kind of action, with state and count."""

    list_filter: ClassVar = ["state"]
    search_fields: ClassVar = ["name"]
    ordering: ClassVar = ["-pk"]
    copy_view_enabled = False
    inspect_view_enabled = False
    own_fields: ClassVar[list[str]]

    @property
    def list_display(self) -> list[str | BaseColumn]:
        """The name, how it stands and when it ends."""
        state = Column("state", label=_("State"), accessor=state_label)
        return ["name", state, *count_columns(self.model), "closes_at"]

    @property
    def edit_handler(self) -> ObjectList:
        """The settings, the organisation and the box that archives."""
        panels = [
            FieldPanel("name"),
            FieldPanel("state"),
            *[FieldPanel(name) for name in self.own_fields],
            FieldPanel("organisation", widget=OrganisationChooser),
            FieldPanel("archived"),
        ]
        return ObjectList(panels, base_form_class=ActionForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Petition] | QuerySet[Letter]:
        """Every action with its count, read at once."""
        queryset: QuerySet[Petition] | QuerySet[Letter] = self.model.objects.with_counts()
        return queryset


class PetitionViewSet(ActionViewSet):
    """Petitions: their goal, deadline and state."""

    model = Petition
    icon = "edit"
    own_fields: ClassVar = ["goal", "closes_at"]


class LetterViewSet(ActionViewSet):
    """Letters: their deadline and state."""

    model = Letter
    icon = "mail"
    own_fields: ClassVar = ["closes_at"]


class ActionsGroup(SnippetViewSetGroup):
    """Both kinds, together in the menu."""

    menu_label = pgettext_lazy("menu", "Actions")
    menu_icon = "form"
    menu_order = 150
    items = (PetitionViewSet, LetterViewSet)


for model in (Petition, Letter):
    register_permission_policy(model, NeverDeleted(model))
register_snippet(ActionsGroup)
