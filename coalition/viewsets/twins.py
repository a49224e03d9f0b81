"""Entries that look like another one, and where the two are compared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ..duplicates import likely_duplicates
from ..models import Endorser
from ..services.merging import may_keep
from .deciding import OneEndorserView
from .ways import EDIT, MERGE


def twins_of(endorser: Endorser) -> list[tuple[Endorser, bool]]:
    """The entries it looks like, each with whether ``endorser`` may take it in."""
    found = likely_duplicates([endorser.pk]).get(endorser.pk, [])
    twins = Endorser.objects.filter(pk__in=found).prefetch_related("places")
    return [(twin, may_keep(endorser, twin) is None) for twin in twins]


class TwinView(OneEndorserView):
    """Leads from the list to the comparison of an entry with the first that it looks like."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        """To the comparison, for those who may merge; else to where the entry names its twins."""
        pair = self.pair() if self.user_has_permission("delete") else None
        entry = reverse(EDIT, args=[self.endorser.pk])
        return redirect(reverse(MERGE, args=pair) if pair else f"{entry}#twins")

    def pair(self) -> tuple[int, int] | None:
        """The keys of the one that may stay and of the one that may go."""
        for twin, may_take_in in twins_of(self.endorser):
            if may_take_in:
                return self.endorser.pk, twin.pk
            if may_keep(twin, self.endorser) is None:
                return twin.pk, self.endorser.pk
        return None
