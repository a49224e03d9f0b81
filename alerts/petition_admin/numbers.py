"""Every number of a petition, for staff who must be able to defend it."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from alerts.petitions.models import Petition, Signature

from .base import PetitionPage
from .hub import SEE_NUMBERS
from .split import split_of


class NumbersView(PetitionPage):
    """The count by state and language, and how far signatures have come to be counted."""

    permission = SEE_NUMBERS
    http_method_names = ("get",)
    page_title = _("Numbers")
    template_name = "admin/petitions/numbers.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show them."""
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the numbers."""
        numbers = {"split": split_of(self.petition), "states": states_of(self.petition)}
        return {**super().get_context_data(**kwargs), **numbers}


def states_of(petition: Petition) -> list[tuple[Any, int]]:
    """How many signatures are in which state, in the order of their life."""
    found = petition.signatures.order_by().values("state").annotate(number=Count("pk"))
    numbers = dict(found.values_list("state", "number"))
    return [(state.label, numbers[state]) for state in Signature.State if state in numbers]
