"""Reference blocks: an action of another alert, in few words, and the way to it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from alerts.choosers import LetterChooserBlock, PetitionChooserBlock


class ReferenceBlock(blocks.StructBlock):
    """Shows an action owned elsewhere: what its own alert says now, in the page's language.

    Where that alert is not public in this language, there is nothing to show. A subclass names the
    ``kind`` of the action, also the name of its chooser field.
    """

    kind: str

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        page, action = context.get("page"), value.get(self.kind)
        shown = _shown(action, page.locale.language_code) if page and action else {}
        return context | {"action": action, **shown}

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """An invented action: a preview has none."""
        context = super().get_preview_context(value, parent_context)
        return {**context, "page": None, "is_example": True}


class PetitionReferenceBlock(ReferenceBlock):
    """A petition of another alert, with its count."""

    kind = "petition"

    petition = PetitionChooserBlock(
        label=_("Petition"), help_text=_("Its words and its form stay in the alert it lives in.")
    )

    class Meta:
        icon = "link"
        label = _("Petition of another alert")
        description = _("Its title and count, and a button that leads to it.")
        template = "blocks/petition_reference_block.html"
        preview_value: dict[str, Any] = {}


class LetterReferenceBlock(ReferenceBlock):
    """A letter of another alert."""

    kind = "letter"

    letter = LetterChooserBlock(
        label=_("Letter"), help_text=_("Its words and its form stay in the alert it lives in.")
    )

    class Meta:
        icon = "link"
        label = _("Letter of another alert")
        description = _("Its title, and a button that leads to it.")
        template = "blocks/letter_reference_block.html"
        preview_value: dict[str, Any] = {}


def _shown(action: Any, locale: str) -> dict[str, Any]:
    """The newest words of ``action`` and the address of its alert; nothing where that is shut."""
    version = action.versions.filter(locale=locale).order_by("-number").first()
    pages = Page.objects.live().public().filter(translation_key=action.home)
    page = pages.filter(locale__language_code=locale).first() if version else None
    return {"version": version, "url": page.url} if page else {}
