"""Signatures that tripped a limit: looked at by staff, counted or made invalid."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from alerts.officials.states import state_name
from alerts.petitions.holding import Reason
from alerts.petitions.models import Signature
from alerts.petitions.origins import person_of
from alerts.petitions.services import review_held
from coalition.spoken import language_name
from locales.cldr import local_number

from .base import PetitionPage
from .hub import CHANGE, CHANGE_SIGNATURES, SEE_PERSONS

State = Signature.State
PER_PAGE = 100
RELEASE, INVALIDATE = "release", "invalidate"
VERBS = {RELEASE: State.COUNTED, INVALIDATE: State.INVALIDATED}


class HeldView(PetitionPage, TemplateView):
    """Those held, the oldest first, of one reason or all; names only for who may see persons."""

    http_method_names = ("get", "post")
    permission = CHANGE
    page_title = _("Held signatures")
    header_icon = "warning"
    template_name = "admin/petitions/held.html"

    @cached_property
    def reason(self) -> str:
        """Which of them are listed; empty for all."""
        asked = self.request.GET.get("reason", "")
        return asked if asked in Reason.values else ""

    @property
    def held(self) -> QuerySet[Signature]:
        """All that are listed, on whatever page."""
        found = self.petition.signatures.filter(state=State.HELD)
        found = found.filter(held_for=self.reason) if self.reason else found
        return found.order_by("signed_at", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also those on this page, and how many are held for which reason."""
        named = self.request.user.has_perm(SEE_PERSONS)
        page = Paginator(self.held, PER_PAGE).get_page(self.request.GET.get("p"))
        own = {
            "page": page,
            "rows": [row_of(signature, named=named) for signature in page],
            "named": named,
            "tabs": tabs_of(self.petition.signatures.filter(state=State.HELD)),
            "reason": self.reason,
            "may_sweep": self.request.user.has_perm(CHANGE_SIGNATURES),
        }
        return {**super().get_context_data(**kwargs), **own}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Decide on those ticked, and show what is left."""
        verb = request.POST.get("verb", "")
        if verb in VERBS:
            self.decide(VERBS[verb], _ticked(request.POST.getlist("signatures")))
        return HttpResponseRedirect(request.get_full_path())

    def decide(self, to: State, ticked: list[UUID]) -> None:
        """Count them, or make them invalid, and say how many."""
        user = self.request.user
        done = review_held(petition=self.petition, signature_ids=ticked, to=to, by=user)
        if done:
            messages.success(self.request, _done(to, done))
        if done < len(ticked) or not ticked:
            said = gettext("What was decided on or withdrawn meanwhile was left as it is.")
            messages.warning(self.request, said if ticked else gettext("Please tick some first."))


def tabs_of(held: QuerySet[Signature]) -> list[tuple[str, Promise, int]]:
    """Each reason that somebody is held for, with its words and how many they are."""
    found = dict(held.order_by().values_list("held_for").annotate(number=Count("pk")))
    return [(reason, reason.label, found[reason]) for reason in Reason if reason in found]


def row_of(signature: Signature, *, named: bool) -> dict[str, Any]:
    """What the list says of one; the person only where that may be ``named``."""
    told = person_of(signature) if named else {}
    reasons = dict(Reason.choices)
    return {
        "pk": signature.pk,
        "at": signature.signed_at,
        "language": language_name(signature.locale),
        "place": state_name(signature.region) if signature.region else signature.country,
        "reason": reasons.get(signature.held_for, signature.held_for),
        "page": signature.source,
        "name": told.get("name", ""),
        "email": told.get("email", ""),
    }


def _done(to: State, number: int) -> str:
    if to == State.COUNTED:
        said = ngettext(
            "%(number)s signature counts now.", "%(number)s signatures count now.", number
        )
    else:
        said = ngettext(
            "%(number)s signature is invalid now.", "%(number)s signatures are invalid now.", number
        )
    return said % {"number": local_number(number)}


def _ticked(posted: list[str]) -> list[UUID]:
    """The signatures named; what is no key names none."""
    found = []
    for text in posted[:PER_PAGE]:
        with suppress(ValueError):
            found.append(UUID(text))
    return found
