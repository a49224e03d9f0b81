"""Content blocks: what any page may be made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .button import ButtonBlock
from .image import FigureBlock
from .points import PointsBlock
from .quote import QuoteBlock
from .text import TextBlock


class ContentStreamBlock(blocks.StreamBlock):
    """The body of a page without actions."""

    text = TextBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    points = PointsBlock()
    button = ButtonBlock()

    class Meta:
        description = _("Text, quotes, pictures, lists and buttons in any order.")


__all__ = [
    "ButtonBlock",
    "ContentStreamBlock",
    "FigureBlock",
    "PointsBlock",
    "QuoteBlock",
    "TextBlock",
]
