"""The logos of endorsers."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..listing.reading import Reading
from ..listing.standing import Standing
from .showing import EndorsersBlock

MOST = 60


class EndorserLogosBlock(EndorsersBlock):
    """Shows the logos of those who gave one, in the order of their names."""

    limit = blocks.IntegerBlock(
        label=_("How many at most"), default=24, min_value=1, max_value=MOST
    )

    class Meta:
        icon = "media"
        label = _("Logos of endorsers")
        description = _("The logos of organizations that gave one, linked to their websites.")
        template = "blocks/endorser_logos_block.html"
        preview_value = {"heading": "Among those who stand with us", "limit": 6}

    def shown(
        self, standing: Standing, value: Any, context: dict[str, Any], reading: Reading
    ) -> dict[str, Any]:
        rows = [row for row in standing.now if row.logo or context.get("is_example")]
        return {"rows": rows[: value.get("limit") or MOST]}
