"""Pictures within the text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock


class FigureBlock(blocks.StructBlock):
    """A picture with words for those who do not see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        required=False,
        max_length=250,
        help_text=_("Read aloud to people who do not see it. Leave empty for mere decoration."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a caption.")
        template = "blocks/figure_block.html"

    def get_preview_value(self) -> blocks.StructValue:
        """The newest picture of the site, or the caption alone while there is none."""
        return self.normalize(
            {
                "image": get_image_model().objects.order_by("-pk").first(),
                "alt": "",
                "caption": "Neighbours at the county courthouse, after the hearing.",
            }
        )
