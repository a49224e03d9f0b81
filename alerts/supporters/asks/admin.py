"""Where staff find asks of one kind, and put away those that are over."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from ..models import Organisation
from .ask import Ask


class NeverDeleted(ModelPermissionPolicy):
    """Nobody may delete: what people signed or wrote hangs on it. It is archived instead."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the user's groups say, but for deleting."""
        return action != "delete" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        """Those whom any other of ``actions`` is open to."""
        users: QuerySet[Any] = super().users_with_any_permission(set(actions) - {"delete"})
        return users


class OrganisationChooser(AdminSnippetChooser):
    """Wagtail's chooser, which would fix its texts in one language as the site starts."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(model=Organisation, **kwargs)
        self.choose_one_text = _("Choose an organization")
        self.choose_another_text = _("Choose another organization")
        self.link_to_chosen_text = _("Edit this organization")


class AskForm(WagtailAdminModelForm):
    """The settings of an ask, with a box that puts it away; a subclass may say what that does."""

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


def state_label(ask: Ask) -> str:
    """The state as staff and visitors find it."""
    return str(_("Archived") if ask.archived_at else ask.current_state.label)


class AskViewSet(SnippetViewSet):
    """The list of one kind of ask, with state and count.

    A subclass names the ``count_columns`` of its list and the ``own_fields`` of its form.
    """

    list_filter: ClassVar = ["state"]
    search_fields: ClassVar = ["name"]
    ordering: ClassVar = ["-pk"]
    copy_view_enabled = False
    inspect_view_enabled = False
    base_form_class: type[AskForm] = AskForm
    count_columns: ClassVar[list[Column]]
    own_fields: ClassVar[list[str]]

    @property
    def list_display(self) -> list[str | BaseColumn]:
        """The name, how it stands and when it ends."""
        state = Column("state", label=_("State"), accessor=state_label)
        return ["name", state, *self.count_columns, "closes_at"]

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
        return ObjectList(panels, base_form_class=self.base_form_class)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Every ask with its count, read at once."""
        queryset: QuerySet[Any] = self.model.objects.with_counts()
        return queryset
