"""Choosing or creating a petition or a letter from inside its block."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from alerts.letters.models import Letter
from alerts.petitions.models import Petition
from home.blocks.choosers import IdentityChooserViewSet


def count_columns(model: type[Petition] | type[Letter]) -> list[Column]:
    """How many took part: signatures are confirmed; letters are sent, some as people say."""
    if model is Petition:
        return [Column("count", label=_("Confirmed"), accessor="count")]
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

PetitionChooserBlock = petition_chooser.get_block_class(
    name="PetitionChooserBlock", module_path="alerts.choosers"
)
LetterChooserBlock = letter_chooser.get_block_class(
    name="LetterChooserBlock", module_path="alerts.choosers"
)
