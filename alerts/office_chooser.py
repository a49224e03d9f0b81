"""Choosing an office from the directory, from inside a block."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from alerts.officials.models import Office
from alerts.officials.states import STATE_CHOICES
from home.blocks.choosers import IdentityChooserBlock


class OfficesByState(BaseFilterForm):
    """Narrows hundreds of seats to those of one state."""

    state = forms.ChoiceField(
        label=pgettext_lazy("US state", "State"),
        choices=[("", pgettext_lazy("states", "All")), *STATE_CHOICES],
        required=False,
    )

    def filter(self, objects: QuerySet[Office]) -> QuerySet[Office]:
        """The seats of the chosen state, or all."""
        state = self.cleaned_data.get("state")
        found: QuerySet[Office] = super().filter(objects)
        return found.filter(state=state) if state else found


class OfficeColumns:
    """What the dialog tells of each seat, and how it is narrowed."""

    filter_form_class = OfficesByState

    @property
    def columns(self) -> list[Column]:
        """The seat and who holds it."""
        return [*super().columns, Column("holder", label=_("Held by"))]  # type: ignore[misc] # a mixin over Wagtail's chooser views

    def get_object_list(self) -> QuerySet[Office]:
        """Every seat with its holder."""
        return Office.objects.select_related("official")


class ChooseOfficeView(OfficeColumns, ChooseView):
    """The dialog."""


class ChooseOfficeResultsView(OfficeColumns, ChooseResultsView):
    """The dialog's list, when it is narrowed or paged."""


office_chooser = ChooserViewSet(
    "petition_office_chooser",
    url_prefix="choose-office",
    model=Office,
    icon="desktop",
    base_block_class=IdentityChooserBlock,
    choose_view_class=ChooseOfficeView,
    choose_results_view_class=ChooseOfficeResultsView,
    register_widget=False,
    choose_one_text=_("Choose an office"),
    choose_another_text=_("Choose another office"),
    edit_item_text=_("Edit this office"),
)

OfficeChooserBlock = office_chooser.get_block_class(
    name="OfficeChooserBlock", module_path="alerts.office_chooser"
)
