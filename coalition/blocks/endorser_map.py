"""The map of the states with the number of endorsers in each."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..listing.addresses import coalition_page_for, state_urls
from ..listing.reading import Reading
from ..listing.standing import Standing
from ..map import state_map
from .showing import EndorsersBlock


class EndorserMapBlock(EndorsersBlock):
    """Draws a map, and gives the same numbers as a table."""

    class Meta:
        icon = "globe"
        label = _("Map of endorsers")
        description = _("How many endorsers each state has; every state leads to its own page.")
        template = "blocks/endorser_map_block.html"
        preview_value = {"heading": "From coast to coast"}

    def shown(
        self, standing: Standing, value: Any, context: dict[str, Any], reading: Reading
    ) -> dict[str, Any]:
        urls = state_urls(coalition_page_for(context.get("page")))
        return {"map": state_map(standing.now, urls), "map_number": reading.next_number()}
