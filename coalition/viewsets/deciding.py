"""Approving, declining, asking, and taking over corrections: one entry at a time."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from alerts.supporters.fields import MessageField

from ..errors import CorrectionGone, NobodyToAsk, QuestionWaits
from ..models import Contact, Endorser
from ..services import moderation
from .sentences import DECLINE, VERBS, Verb, done_sentence, left_sentence
from .ways import EDIT, way_to


class OneEndorserView(PermissionCheckedMixin, View):
    """Acts on the entry that the address names, and goes back to it."""

    model = Endorser
    permission_required = "change"
    http_method_names = ["post"]
    endorser: Endorser

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the entry first; one that is gone is not found."""
        self.endorser = get_object_or_404(Endorser, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def back(self) -> HttpResponse:
        """To the entry."""
        return redirect(reverse(EDIT, args=[self.endorser.pk]))


class OneEndorserPage(WagtailAdminTemplateMixin, OneEndorserView):
    """A page of its own about the entry."""

    def get_page_subtitle(self) -> str:
        """Whom it is about."""
        return str(self.endorser)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back, by the entry."""
        return [*super().get_breadcrumbs_items(), *way_to(self.endorser, self.page_title)]


class DecideView(OneEndorserView):
    """Approves, declines, takes off the list or lists again."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Decide, unless somebody else has meanwhile."""
        verb = VERBS.get(request.POST.get("verb", ""))
        if verb is not None:
            self.decide(verb)
        return self.back()

    def decide(self, verb: Verb) -> None:
        """Make the decision and say what came of it."""
        decided = verb.decide(endorsers=[self.endorser], by=self.request.user)
        if decided.done:
            messages.success(self.request, done_sentence(verb, len(decided.done)))
        for endorser in decided.left:
            messages.warning(self.request, left_sentence(endorser))


class DeclineView(OneEndorserPage):
    """Asks once more, and tells what declining comes to."""

    http_method_names = ["get"]
    template_name = "admin/coalition/decline.html"
    page_title = DECLINE.label
    header_icon = "group"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ask, unless somebody has decided meanwhile."""
        if self.endorser.status in DECLINE.standing:
            return self.render_to_response(self.get_context_data(**kwargs))
        messages.warning(request, left_sentence(self.endorser))
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also whether somebody is told: an address that nobody has confirmed gets no news."""
        contacts = Contact.objects.filter(endorser=self.endorser)
        return {
            **super().get_context_data(**kwargs),
            "verb": DECLINE,
            "is_told": contacts.exclude(state=Contact.State.PENDING).exists(),
        }


class CorrectionView(OneEndorserView):
    """Takes over what a contact asks for, or drops it."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take over or drop, if it still waits."""
        try:
            self.answer(takes_over=request.POST.get("verb") == "accept")
        except CorrectionGone:
            messages.warning(
                request,
                gettext(
                    "The correction does not wait any more, or does not fit: it was answered or"
                    " taken back, or the entry has changed."
                ),
            )
        return self.back()

    def answer(self, *, takes_over: bool) -> None:
        """Do what was asked for, or not, and say so."""
        if takes_over:
            moderation.accept_correction(endorser=self.endorser, by=self.request.user)
            messages.success(self.request, gettext("The correction was taken over."))
        else:
            moderation.drop_correction(endorser=self.endorser, by=self.request.user)
            messages.success(self.request, gettext("The correction was dropped."))


class QuestionForm(forms.Form):
    """What staff want to know before they decide."""

    question = MessageField(
        label=_("Your question"),
        help_text=_(
            "It is mailed as it stands; the answer comes back as a correction of the entry."
        ),
        error_messages={"required": _("Please write your question.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AskView(OneEndorserPage, FormView):
    """Mails a question to the contact of an entry."""

    http_method_names = ["get", "post"]
    form_class = QuestionForm
    template_name = "admin/coalition/ask.html"
    page_title = _("Ask the contact")
    header_icon = "mail"

    def form_valid(self, form: QuestionForm) -> HttpResponse:
        """Queue the mail, if there is somebody to ask."""
        question = form.cleaned_data["question"]
        try:
            moderation.ask(endorser=self.endorser, question=question, by=self.request.user)
        except NobodyToAsk:
            messages.warning(self.request, gettext("There is nobody to ask at a known address."))
        except QuestionWaits:
            said = gettext(
                "The question that was asked before has not been mailed yet. Please ask again"
                " later."
            )
            messages.warning(self.request, said)
        else:
            messages.success(self.request, gettext("The question will be mailed to the contact."))
        return self.back()
