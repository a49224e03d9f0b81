"""The admin's front page tells how many wait for a decision."""

from typing import Any

from django.urls import reverse
from wagtail.admin.site_summary import SummaryItem

from ..models import Endorser
from .listing import waiting_phrase
from .ways import LIST


class WaitingItem(SummaryItem):
    """How many wait, and the way to them; for those who may decide."""

    order = 50
    template_name = "admin/coalition/waiting_item.html"

    def is_shown(self) -> bool:
        """Only to those who may change entries."""
        return bool(self.request.user.has_perm("coalition.change_endorser"))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The number in words, and the list narrowed to them."""
        listing = reverse(LIST)
        return {
            "phrase": waiting_phrase(Endorser.objects.awaiting().count()),
            "url": f"{listing}?status={Endorser.Status.CONFIRMED}",
        }
