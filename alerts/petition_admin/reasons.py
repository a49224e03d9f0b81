"""Reading the reasons that signers give, and deciding which of them the public reads."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from alerts.petitions.display import opened
from alerts.petitions.errors import ReasonGone, ReasonHasLink
from alerts.petitions.models import Petition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.services.reasons import (
    reading_of,
    reasons_to_review,
    refuse_reason,
    show_reason,
)
from alerts.safety import in_safety_mode

from .base import PetitionPage
from .hub import CHANGE

State = Signature.ReasonState
PER_PAGE = 20
OTHER_LANGUAGE = "und"
SHOW, REFUSE = "show", "refuse"
TABS = {
    State.WAITING.value: pgettext_lazy("reasons for signing", "Waiting for review"),
    State.SHOWN.value: pgettext_lazy("reasons for signing", "Shown"),
    State.REFUSED.value: pgettext_lazy("reasons for signing", "Not shown"),
}


class DecisionForm(forms.Form):
    """What becomes of one reason, and the language it is in."""

    signature = forms.UUIDField(widget=forms.HiddenInput)
    reading = forms.UUIDField(widget=forms.HiddenInput)
    locale = forms.ChoiceField(label=_("Language of the reason"))
    verb = forms.ChoiceField(choices=[(SHOW, SHOW), (REFUSE, REFUSE)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages: Any = self.fields["locale"]
        languages.choices = [*settings.LANGUAGES, (OTHER_LANGUAGE, _("Another language"))]


@dataclass(frozen=True, slots=True)
class Given:
    """A reason to decide on, without a word about who gave it."""

    text: str
    locale: str
    at: datetime
    form: DecisionForm


class ReasonsView(PetitionPage, TemplateView):
    """The reasons of those who may be shown, the oldest first; one is decided on at a time."""

    http_method_names = ["get", "post"]
    permission = CHANGE
    page_title = _("Reasons for signing")
    header_icon = "comment"
    template_name = "admin/petitions/reasons.html"

    @cached_property
    def tab(self) -> str:
        """Which reasons are listed."""
        asked = self.request.GET.get("state", "")
        return asked if asked in TABS else State.WAITING.value

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = reasons_to_review(self.petition, self.tab)
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("p"))
        own = {"page": page, "reasons": given(page.object_list), "tab": self.tab, "tabs": TABS}
        unseen = why_unseen(self.petition)
        return {**super().get_context_data(**kwargs), **own, "unseen": unseen}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Decide on one, and go on with the next."""
        form = DecisionForm(request.POST)
        if form.is_valid():
            self.answer(form.cleaned_data)
        else:
            messages.error(request, gettext("Please choose the language of the reason."))
        return HttpResponseRedirect(f"{request.path}?{urlencode({'state': self.tab})}")

    def answer(self, given: dict[str, Any]) -> None:
        """Do what was decided and say what came of it."""
        try:
            messages.success(self.request, decide(self.petition, given, self.request.user))
        except ReasonGone:
            said = gettext("This reason was taken back or changed meanwhile. Nothing was done.")
            messages.warning(self.request, said)
        except ReasonHasLink:
            messages.error(self.request, gettext("A reason with a web address is never shown."))


def given(signatures: Any) -> list[Given]:
    """The reasons of ``signatures`` with their forms."""
    return [_given(row, told["reason"]) for row, told in opened(signatures, holding="reason")]


def decide(petition: Petition, given: dict[str, Any], by: Any) -> str:
    """Show or refuse one reason; returns the sentence that says so."""
    about = {"petition": petition, "signature_id": given["signature"], "by": by}
    if given["verb"] == REFUSE:
        refuse_reason(**about)
        return gettext("The reason is not shown.")
    show_reason(**about, reading=given["reading"], locale=given["locale"])
    if why_unseen(petition):
        return gettext("The reason is approved, and not public now.")
    return gettext("The reason is shown below the petition.")


def why_unseen(petition: Petition) -> str:
    """What keeps all reasons from the public now, in a sentence; empty where nothing does."""
    if petition.shows == Shown.NOTHING:
        return gettext("This petition shows nothing but its number, so no reason is public now.")
    if in_safety_mode(petition):
        return gettext("This petition is in safety mode, so no reason is public now.")
    return ""


def _given(signature: Signature, text: str) -> Given:
    locale = signature.reason_locale or signature.locale
    first = {"signature": signature.pk, "reading": reading_of(text), "locale": locale}
    form = DecisionForm(initial=first, auto_id=f"{signature.pk}-%s")
    return Given(text, locale, signature.signed_at, form)
