"""Entering, changing and deleting an entry of the register."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.snippets.views.snippets import DeleteView, EditView

from ..models import Contact, Endorser
from ..services.deleting import deleting
from .corrections import changes_asked
from .listing import has_counted
from .sentences import verbs_for
from .twins import twins_of


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
            "twins": twins_of(endorser),
        }


class DeleteEndorserView(DeleteView):
    """Deletes spam."""

    def delete_action(self) -> None:
        """Delete it, and forget what tells who it was."""
        with deleting(endorsers=[self.object]):
            super().delete_action()
