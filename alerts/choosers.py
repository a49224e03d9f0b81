"""Choosing or creating a petition or a letter from inside its block."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import CreateView

from alerts.letters.models import Letter
from alerts.petitions.models import Petition
from alerts.petitions.models.settings import Shown
from home.blocks.choosers import IdentityChooserViewSet


def count_columns(model: type[Petition] | type[Letter]) -> list[Column]:
    """How many took part: signatures are confirmed; letters are sent, some as people say."""
    if model is Petition:
        return [Column("count", label=_("Signatures"), accessor="count")]
    return [
        Column("count", label=_("Sent"), accessor="count"),
        Column("said_sent_count", label=_("Said to be sent"), accessor="said_sent_count"),
    ]


def _told(model: type[Petition] | type[Letter]) -> list[Column]:
    state = Column("state", label=_("State"), accessor="get_state_display")
    return [state, *count_columns(model)]


petition_chooser = IdentityChooserViewSet(
    "petition_chooser",
    url_prefix="choose-petition",
    model=Petition,
    told=_told(Petition),
    home_label=_("In the alert"),
    form_fields=["name", "goals", "closes_at", "organisation"],
    choose_one_text=_("Choose or create a petition"),
    choose_another_text=_("Choose another petition"),
    edit_item_text=_("Edit this petition"),
)
letter_chooser = IdentityChooserViewSet(
    "letter_chooser",
    url_prefix="choose-letter",
    model=Letter,
    told=_told(Letter),
    home_label=_("In the alert"),
    form_fields=["name", "closes_at", "organisation"],
    choose_one_text=_("Choose or create a letter"),
    choose_another_text=_("Choose another letter"),
    edit_item_text=_("Edit this letter"),
)


class CreateSignOnView(CreateView):
    """Creates a petition that lists its signers."""

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        """Begin with what makes it one."""
        kwargs: dict[str, Any] = super().get_creation_form_kwargs()
        return {**kwargs, "instance": Petition(shows=Shown.LISTED)}


class SignOnChooserViewSet(IdentityChooserViewSet):
    """A dialog with those petitions alone that list their signers; creates none but such."""

    create_view_class = CreateSignOnView

    def get_object_list(self) -> QuerySet[Petition]:
        """Sign-on letters that an alert may still use."""
        return super().get_object_list().filter(shows=Shown.LISTED)


# A petition's own field in other forms keeps the chooser of all petitions.
sign_on_chooser = SignOnChooserViewSet(
    "sign_on_chooser",
    url_prefix="choose-sign-on-letter",
    model=Petition,
    register_widget=False,
    told=_told(Petition),
    home_label=_("In the alert"),
    form_fields=["name", "goals", "closes_at", "organisation"],
    choose_one_text=_("Choose or create a sign-on letter"),
    choose_another_text=_("Choose another sign-on letter"),
    edit_item_text=_("Edit this sign-on letter"),
)

PetitionChooserBlock = petition_chooser.get_block_class(
    name="PetitionChooserBlock", module_path="alerts.choosers"
)
SignOnChooserBlock = sign_on_chooser.get_block_class(
    name="SignOnChooserBlock", module_path="alerts.choosers"
)
LetterChooserBlock = letter_chooser.get_block_class(
    name="LetterChooserBlock", module_path="alerts.choosers"
)
