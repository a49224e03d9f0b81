"""A single, plain way on."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class ButtonValue(blocks.StructValue):
    """A button's destination, as a template needs it."""

    def href(self) -> str:
        """The address it leads to: the chosen page in the reader's language, else the link."""
        page = self.get("page")
        return str(page.localized.url) if page else str(self["link"])


class ButtonBlock(blocks.StructBlock):
    """A link that looks like what it is: the next thing to do."""

    text = blocks.CharBlock(label=_("Text"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    link = blocks.URLBlock(label=_("Or a link"), required=False)

    class Meta:
        icon = "link"
        label = _("Button")
        description = _("A button that leads to a page of this site or to another one.")
        template = "blocks/button_block.html"
        value_class = ButtonValue
        preview_value = {"text": "Read the full report", "link": "https://example.org/report"}

    def clean(self, value: Any) -> Any:
        """A button leads to one place: a page or a link, not both, not neither."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["link"]):
            error = ValidationError(_("Choose a page or type a link: one of the two."))
            raise StructBlockValidationError(block_errors={"page": error})
        return cleaned
