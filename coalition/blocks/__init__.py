"""Blocks that show the coalition, on its own pages and on alerts."""

from django.utils.translation import gettext_lazy as _

from home.blocks import ContentStreamBlock


class CoalitionStreamBlock(ContentStreamBlock):
    """The body of a page that shows who stands behind it."""

    class Meta:
        description = _("Words, and who stands behind them.")


__all__ = ["CoalitionStreamBlock"]
