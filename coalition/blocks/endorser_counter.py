"""How many stand together, in large figures."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..listing.reading import Reading
from ..listing.standing import Standing
from .showing import EndorsersBlock


class EndorserCounterBlock(EndorsersBlock):
    """Counts endorsers and states; of a delivered statement, as on the day of delivery."""

    class Meta:
        icon = "decimal"
        label = _("Number of endorsers")
        description = _("How many endorsers, in how many states, in large figures.")
        template = "blocks/endorser_counter_block.html"
        preview_value = {"heading": "We stand together"}

    def shown(
        self, standing: Standing, value: Any, context: dict[str, Any], reading: Reading
    ) -> dict[str, Any]:
        return {
            "numbers": standing.counts,
            "as_of": standing.as_of,
            "since": len(standing.since),
        }
