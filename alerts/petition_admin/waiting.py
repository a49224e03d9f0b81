"""What staff are told on their home page: the signatures and reasons that wait for a decision."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from wagtail.admin.ui.components import Component

from alerts.petitions.display import of_shown
from alerts.petitions.models import Petition, Signature


@dataclass(frozen=True, slots=True)
class Row:
    """A petition, with how many of its signatures are held and how many reasons are unread."""

    petition: Petition
    held: int
    reasons: int


class Waiting(Component):
    """Names the petitions where something waits; empty where nothing does."""

    name = "waiting_signatures"
    template_name = "admin/petitions/waiting.html"
    order = 60

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The petitions."""
        return {"rows": waiting()}


def waiting() -> list[Row]:
    """Each petition where something waits, by name, in a constant number of queries."""
    signatures = Signature.objects.order_by()
    held = _numbers(signatures.filter(state=Signature.State.HELD))
    unread = signatures.filter(reason_state=Signature.ReasonState.WAITING)
    reasons = _numbers(of_shown(unread))
    petitions = Petition.objects.filter(pk__in={*held, *reasons}).order_by("name", "pk")
    return [Row(row, held.get(row.pk, 0), reasons.get(row.pk, 0)) for row in petitions]


def _numbers(signatures: QuerySet[Signature]) -> dict[int, int]:
    """How many of ``signatures`` are under which petition, by its key."""
    return dict(signatures.values_list("petition").annotate(number=Count("pk")))
