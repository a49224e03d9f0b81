"""Choosing or creating a petition or a letter from inside its block."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock
from wagtail.models import Page
from wagtail.snippets.widgets import AdminSnippetChooser

from alerts.letters.models import Letter
from alerts.petitions.models import Petition
from alerts.supporters.models import Organisation


class ActionChooserBlock(ChooserBlock):
    """Names the action a block owns. Translators cannot point it elsewhere."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Nothing of it is ever translated."""
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """The translation keeps the source's action."""
        return value


def count_columns(model: type[Petition] | type[Letter]) -> list[Column]:
    """How many took part: signatures are confirmed; letters are sent, some as people say."""
    if model is Petition:
        return [Column("count", label=_("Confirmed"), accessor="count")]
    return [
        Column("count", label=_("Sent"), accessor="count"),
        Column("said_sent_count", label=_("Said to be sent"), accessor="said_sent_count"),
    ]


class OrganisationChooser(AdminSnippetChooser):
    """Wagtail's chooser, which would fix its texts in one language as the site starts."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(model=Organisation, **kwargs)
        self.choose_one_text = _("Choose an organisation")
        self.choose_another_text = _("Choose another organisation")
        self.link_to_chosen_text = _("Edit this organisation")


class ActionColumns:
    """What the dialog tells of each action: its state, its count and the alert it lives in."""

    @property
    def columns(self) -> list[Column]:
        """The title followed by state, count and home."""
        return [
            *super().columns,  # type: ignore[misc] # a mixin over Wagtail's chooser views
            Column("state", label=_("State"), accessor="get_state_display"),
            *count_columns(self.model),  # type: ignore[attr-defined] # a mixin over Wagtail's chooser views
            Column("home", label=_("In the alert"), accessor=self.home_title),
        ]

    @cached_property
    def home_titles(self) -> dict[Any, str]:
        """The titles of the alerts that own the listed actions, by translation key."""
        keys = [action.home for action in self.results if action.home]  # type: ignore[attr-defined] # set by the view before columns are asked for
        pages = Page.objects.filter(translation_key__in=keys).order_by("-locale_id")
        return dict(pages.values_list("translation_key", "title"))

    def home_title(self, action: Any) -> str:
        """The alert the action lives in, or a dash."""
        return self.home_titles.get(action.home, "–")


class ChooseActionView(ActionColumns, ChooseView):
    """The dialog."""


class ChooseActionResultsView(ActionColumns, ChooseResultsView):
    """The dialog's list, when it is searched or paged."""


class ActionChooserViewSet(ChooserViewSet):
    """A dialog that lists actions not archived and can create one."""

    base_block_class = ActionChooserBlock
    choose_view_class = ChooseActionView
    choose_results_view_class = ChooseActionResultsView
    create_action_label = _("Create")
    icon = "form"

    def get_object_list(self) -> QuerySet[Any]:
        """Actions an alert may still use, the newest first."""
        return self.model.objects.filter(archived_at=None).with_counts().order_by("-pk")


petition_chooser = ActionChooserViewSet(
    "petition_chooser",
    url_prefix="choose-petition",
    model=Petition,
    form_fields=["name", "goal", "closes_at", "organisation"],
    choose_one_text=_("Choose or create a petition"),
    choose_another_text=_("Choose another petition"),
    edit_item_text=_("Edit this petition"),
)
letter_chooser = ActionChooserViewSet(
    "letter_chooser",
    url_prefix="choose-letter",
    model=Letter,
    form_fields=["name", "closes_at", "organisation"],
    choose_one_text=_("Choose or create a letter"),
    choose_another_text=_("Choose another letter"),
    edit_item_text=_("Edit this letter"),
)

PetitionChooserBlock = petition_chooser.get_block_class(
    name="PetitionChooserBlock", module_path="alerts.choosers"
)
LetterChooserBlock = letter_chooser.get_block_class(
    name="LetterChooserBlock", module_path="alerts.choosers"
)
