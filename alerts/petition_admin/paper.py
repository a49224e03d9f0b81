"""Signatures on paper: entered, listed and taken back."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from alerts.officials.states import STATE_CHOICES, state_name
from alerts.petitions.errors import EnteredBefore
from alerts.petitions.services import add_paper, take_back_paper
from alerts.supporters.fields import OneLineField
from coalition.spoken import language_choices, language_name
from locales.cldr import local_number

from .base import PetitionPage, PetitionView
from .hub import CHANGE

PAPER = "petition_paper"
MOST = 1_000_000


def languages() -> list[tuple[str, Any]]:
    """Every language that sheets may be in, none of them chosen before."""
    return [("", _("Choose a language")), *language_choices()]


class PaperForm(forms.Form):
    """How many, from where. ``key`` is new with every page, so that a double click enters once."""

    key = forms.UUIDField(initial=uuid4, required=False, widget=forms.HiddenInput)
    number = forms.IntegerField(
        label=_("Signatures"),
        min_value=1,
        max_value=MOST,
        help_text=_("Leave out sheets that are not readable and people who have signed here too."),
    )
    source = OneLineField(
        label=_("Source"),
        help_text=_("Who collected them, where, and where the sheets are kept. For staff only."),
    )
    collected_on = forms.DateField(label=_("Collected on"), widget=AdminDateInput)
    locale = forms.ChoiceField(label=_("Language of the sheets"), choices=languages)
    region = forms.ChoiceField(
        label=pgettext_lazy("US state", "State"),
        choices=[("", _("Several, elsewhere or not known")), *STATE_CHOICES],
        required=False,
    )

    def clean_key(self) -> UUID:
        """That of the page, or one of its own where a form came without."""
        return self.cleaned_data["key"] or uuid4()

    def clean_collected_on(self) -> Any:
        """Not a day that is still to come."""
        day = self.cleaned_data["collected_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Please choose a day that is not in the future."))
        return day


class PaperView(PetitionPage, FormView):
    """All that was entered, and the form that enters more."""

    permission = CHANGE
    http_method_names = ("get", "post")
    form_class = PaperForm
    page_title = _("Signatures on paper")
    template_name = "admin/petitions/paper.html"

    def form_valid(self, form: PaperForm) -> HttpResponse:
        """Enter them and say so, or say that they are."""
        try:
            add_paper(petition=self.petition, by=self.request.user, **form.cleaned_data)
        except EnteredBefore:
            messages.info(self.request, gettext("The form was sent twice and entered once."))
        else:
            messages.success(self.request, _added(form.cleaned_data["number"]))
        return redirect(PAPER, self.petition.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also what was entered so far, those taken back among it."""
        sheets = self.petition.paper.select_related("entered_by", "taken_back_by")
        named = [(row, language_name(row.locale), state_name(row.region)) for row in sheets]
        return {**super().get_context_data(**kwargs), "sheets": named}


class TakeBackPaperView(PetitionView):
    """Takes an entry back."""

    permission = CHANGE
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it back, unless somebody else has."""
        sheets = get_object_or_404(self.petition.paper, pk=kwargs["paper"])
        if take_back_paper(sheets=sheets, by=request.user):
            messages.success(request, gettext("The entry was taken back and counts no more."))
        else:
            messages.warning(request, gettext("The entry had been taken back already."))
        return redirect(PAPER, self.petition.pk)


def _added(number: int) -> str:
    said = ngettext(
        "%(number)s signature on paper was entered.",
        "%(number)s signatures on paper were entered.",
        number,
    )
    return said % {"number": local_number(number)}
