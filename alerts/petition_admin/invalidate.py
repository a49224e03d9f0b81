"""Changing many signatures at once: counted first, then begun, watched, stopped and undone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from alerts.petitions.models import Signature, Sweep
from alerts.petitions.services import (
    SweepRefused,
    begin_sweep,
    count_matching,
    stop_sweep,
    undo_sweep,
)
from alerts.supporters.dossier import SEARCH, note_step

from .base import PetitionPage
from .hub import CHANGE_SIGNATURES, SEE_PERSONS
from .sweep_form import HANDED_OVER, SweepForm

NEWEST = 20


class InvalidateView(PetitionPage, FormView):
    """Says how many fit; the same form sent once more begins."""

    http_method_names = ("get", "post")
    permission = CHANGE_SIGNATURES
    form_class = SweepForm
    page_title = _("Change many")
    header_icon = "list-ul"
    template_name = "admin/petitions/invalidate.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Also what the viewer may ask for."""
        sees_persons = self.request.user.has_perm(SEE_PERSONS)
        own = {"petition": self.petition, "sees_persons": sees_persons}
        return {**super().get_form_kwargs(), **own}

    def get_initial(self) -> dict[str, Any]:
        """What the list of sources or of those held has handed over."""
        handed_over = (*HANDED_OVER, "source", "held_for", "to")
        return {name: self.request.GET.get(name, "") for name in handed_over}

    def form_valid(self, form: SweepForm) -> HttpResponse:
        """Count first; begin only what was counted."""
        if form.cleaned_data["shown"] == form.digest:
            return self.begin(form)
        if form.criteria.email_hash:
            note_step(SEARCH, by=self.request.user)
        found = count_matching(petition=self.petition, criteria=form.criteria, to=form.to_state)
        form.data = {**self.request.POST.dict(), "shown": form.digest}
        states = [(state.label, found[state]) for state in Signature.State if state in found]
        context = {"form": form, "counted": states, "total": sum(found.values())}
        return self.render_to_response(self.get_context_data(**context))

    def begin(self, form: SweepForm) -> HttpResponse:
        """Hand it to the worker, unless it works on another."""
        try:
            sweep = begin_sweep(
                petition=self.petition,
                criteria=form.criteria,
                to=form.to_state,
                by=self.request.user,
            )
        except SweepRefused:
            form.add_error(None, _under_way())
            return self.form_invalid(form)
        return redirect("petition_sweep", self.petition.pk, sweep.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also what was done so far."""
        sweeps = self.petition.sweeps.select_related("by")[:NEWEST]
        return {**super().get_context_data(**kwargs), "sweeps": sweeps}


class SweepView(PetitionPage, TemplateView):
    """How far one has come; it can be stopped, and undone when it rests."""

    http_method_names = ("get", "post")
    permission = CHANGE_SIGNATURES
    page_title = _("Bulk change")
    header_icon = "list-ul"
    template_name = "admin/petitions/sweep.html"

    @cached_property
    def sweep(self) -> Sweep:
        """The one that the address names, of this petition."""
        return get_object_or_404(self.petition.sweeps.select_related("by"), pk=self.kwargs["sweep"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the bulk change."""
        return {**super().get_context_data(**kwargs), "sweep": self.sweep}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Stop it, or undo it."""
        verb = request.POST.get("verb", "")
        if verb == "stop":
            stop_sweep(sweep_id=self.sweep.pk, by=request.user)
        elif verb == "undo":
            self.undo()
        return redirect("petition_sweep", self.petition.pk, self.sweep.pk)

    def undo(self) -> None:
        """Hand it to the worker once more, to be put back."""
        try:
            undo_sweep(sweep_id=self.sweep.pk, by=self.request.user)
        except SweepRefused:
            said = gettext("This cannot be undone now: it is undone, or another is under way.")
            messages.warning(self.request, said)


def _under_way() -> str:
    return gettext("Another bulk change of this petition is under way. Please wait until it ends.")
