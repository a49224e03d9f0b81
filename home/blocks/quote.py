"""Somebody's own words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    """A quotation with the person who said it."""

    quote = blocks.TextBlock(label=_("Quotation"), rows=3)
    who = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = blocks.CharBlock(
        label=_("Who they are"),
        required=False,
        max_length=160,
        help_text=_("For instance: nurse, member of the tenants' union"),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("A sentence or two in somebody's own words, with their name.")
        template = "blocks/quote_block.html"
        preview_value = {
            "quote": "We fed each other through the winter. We are not going anywhere.",
            "who": "Amina",
            "role": "market trader, Columbus",
        }
