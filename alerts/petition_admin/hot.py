"""Where signatures come from: providers, networks and pages that bring many."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from alerts.petitions.origins import HOT, hot_domains, hot_networks, pages

from .base import PetitionPage
from .hub import CHANGE_SIGNATURES, SEE_NUMBERS, SEE_PERSONS


class HotView(PetitionPage, TemplateView):
    """Numbers by origin; providers by name only for who may see persons."""

    http_method_names = ("get",)
    permission = SEE_NUMBERS
    page_title = _("Sources")
    header_icon = "site"
    template_name = "admin/petitions/hot.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the origins, and whether they lead on to making signatures invalid."""
        user = self.request.user
        own = {
            "hot": HOT,
            "domains": hot_domains(self.petition, named=user.has_perm(SEE_PERSONS)),
            "networks": hot_networks(self.petition),
            "pages": pages(self.petition),
            "may_sweep": user.has_perm(CHANGE_SIGNATURES),
        }
        return {**super().get_context_data(**kwargs), **own}
