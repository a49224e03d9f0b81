"""The list of endorsers within a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from ..listing.present import listing_context
from ..listing.reading import Reading
from ..listing.standing import Standing
from ..places import PLACE_CHOICES
from .showing import EndorsersBlock


class EndorserListBlock(EndorsersBlock):
    """Names everybody, or everybody of one state, under their headings."""

    state = blocks.ChoiceBlock(
        choices=PLACE_CHOICES,
        required=False,
        label=pgettext_lazy("US state", "State"),
        help_text=_("Leave empty for all of them."),
    )
    searchable = blocks.BooleanBlock(
        label=_("With search"),
        required=False,
        help_text=_(
            "Readers can look for a name and choose a state, a kind or a language. Only the first"
            " list of a page with search has it; the coalition page begins with its own."
        ),
    )

    class Meta:
        icon = "list-ul"
        label = _("List of endorsers")
        description = _("Everybody by state, or one state alone.")
        template = "blocks/endorser_list_block.html"
        preview_value = {"heading": "Who stands with us", "searchable": False}

    def shown(
        self, standing: Standing, value: Any, context: dict[str, Any], reading: Reading
    ) -> dict[str, Any]:
        return listing_context(
            standing.delivered,
            page=context.get("page"),
            request=context.get("request"),
            since=standing.since,
            as_of=standing.as_of,
            only=value.get("state") or "",
            level=3 if value.get("heading") else 2,
            searchable=bool(value.get("searchable")),
        )
