"""Entering, changing and deleting an entry of the register."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView

from ..duplicates import likely_duplicates
from ..models import Contact, Endorser
from ..services.merging import forget_consents, may_keep
from .corrections import changes_asked
from .listing import has_counted
from .sentences import verbs_for


class CreateEndorserView(CreateView):
    """Staff enter an endorser themselves."""


class EditEndorserView(EditView):
    """The form, below everything there is to decide about the entry."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Hold the row while it is checked and stored: a decision cannot come in between."""
        with transaction.atomic():
            held = Endorser.objects.select_for_update()
            self.object = get_object_or_404(held, pk=self.object_pk)
            response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    @property
    def can_delete(self) -> bool:
        """Nobody may delete what was ever listed."""
        counted = Endorser.objects.filter(has_counted(), pk=self.object.pk)
        return bool(super().can_delete) and not counted.exists()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also how it came to stand where it does, and what could be done about it."""
        endorser = self.object
        return {
            **super().get_context_data(**kwargs),
            "endorser": endorser,
            "verbs": verbs_for(endorser),
            "history": endorser.history.select_related("by"),
            "contact": Contact.objects.filter(endorser=endorser).defer("sealed").first(),
            "changes": changes_asked(endorser),
            "twins": self.twins(),
        }

    def twins(self) -> list[tuple[Endorser, bool]]:
        """The entries it looks like, each with whether this one may take it in."""
        found = likely_duplicates([self.object.pk]).get(self.object.pk, [])
        twins = Endorser.objects.filter(pk__in=found).prefetch_related("places")
        return [(twin, may_keep(self.object, twin) is None) for twin in twins]


class DeleteEndorserView(DeleteView):
    """Deletes spam; what the contact would have allowed goes with it."""

    def delete_action(self) -> None:
        """Forget the consents first: they name their act, but do not hang on it."""
        with transaction.atomic():
            forget_consents(endorsers=[self.object])
            super().delete_action()
