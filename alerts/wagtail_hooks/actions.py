"""Where staff find petitions and letters, and put away those that are over."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from alerts.choosers import count_columns, letter_chooser, petition_chooser, sign_on_chooser
from alerts.letters.models import Letter
from alerts.office_chooser import office_chooser
from alerts.petition_admin.editing import EditPetitionView, PetitionForm
from alerts.petition_admin.hub import numbers_url
from alerts.petitions.models import Petition
from alerts.supporters.asks.admin import AskViewSet, NeverDeleted


@hooks.register("register_admin_viewset")
def action_choosers() -> list[ChooserViewSet]:
    """The dialogs of the action blocks."""
    return [petition_chooser, sign_on_chooser, letter_chooser, office_chooser]


class PetitionViewSet(AskViewSet):
    """Petitions: their goal, deadline and state."""

    model = Petition
    icon = "edit"
    base_form_class = PetitionForm
    edit_view_class = EditPetitionView
    edit_template_name = "admin/petitions/edit.html"
    count_columns: ClassVar = [
        TitleColumn("count", label=_("Signatures"), accessor="count", get_url=numbers_url)
    ]
    own_fields: ClassVar = [
        "goals",
        "closes_at",
        *("asks_city", "asks_phone", "asks_role", "asks_reason"),
        *("confirms", "takes_second", "at_risk", "shows"),
    ]


class LetterViewSet(AskViewSet):
    """Letters: their deadline and state."""

    model = Letter
    icon = "mail"
    count_columns: ClassVar = count_columns(Letter)
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
