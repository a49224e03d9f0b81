"""Demands, talking points and other short lists."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PointsBlock(blocks.StructBlock):
    """A titled list: what is asked, or what to say."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    numbered = blocks.BooleanBlock(label=_("Numbered"), required=False)
    points = blocks.ListBlock(
        blocks.RichTextBlock(features=["bold", "italic", "link"], label=_("Point")),
        label=_("Points"),
        min_num=1,
    )

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("Demands, talking points or resources, one to a line.")
        template = "blocks/points_block.html"
        preview_value = {
            "heading": "What we ask for",
            "numbered": True,
            "points": [
                "<p>Release people who can go home safely.</p>",
                "<p>Fund lawyers, not beds.</p>",
            ],
        }
