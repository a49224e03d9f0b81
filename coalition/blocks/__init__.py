"""Blocks that show the coalition, on its own pages and on alerts."""

from django.utils.translation import gettext_lazy as _

from home.blocks import ContentStreamBlock

from .endorser_counter import EndorserCounterBlock
from .endorser_list import EndorserListBlock
from .endorser_logos import EndorserLogosBlock
from .endorser_map import EndorserMapBlock
from .join import JoinBlock


class CoalitionStreamBlock(ContentStreamBlock):
    """The body of a page that shows who stands behind it."""

    endorser_counter = EndorserCounterBlock()
    endorser_list = EndorserListBlock()
    endorser_map = EndorserMapBlock()
    endorser_logos = EndorserLogosBlock()
    join = JoinBlock()

    class Meta:
        description = _("Words, and who stands behind them.")
        block_counts = {"join": {"max_num": 1}}  # the ids of its form are those of the page


__all__ = [
    "CoalitionStreamBlock",
    "EndorserCounterBlock",
    "EndorserListBlock",
    "EndorserLogosBlock",
    "EndorserMapBlock",
    "JoinBlock",
]
