"""Signing a petition."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alerts.petitions import services
from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Petition, PublishedPetition
from alerts.safety import hides_signers

from .around import address_of, render_around
from .guard import act
from .origin import origin_of
from .receipts import signing_receipt
from .words import renewed, words_shown


@act
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, version: int) -> HttpResponse:
    """Take a signature under published words; a reader who comes by link is led to the alert."""
    words = words_shown(request, PublishedPetition, version)
    home = address_of(words.petition, words.locale)
    if request.method == "GET":
        return redirect(home or f"/{words.locale}/")
    safe = hides_signers(words.petition)
    form, kept = SignatureForm(request.POST, version=words, safe=safe), None
    if home is None:
        form.add_error(None, _("This alert has been taken down, so your signature was not added."))
    elif form.is_valid():
        form, kept = _signed(request, form, words, home)
    else:
        form = renewed(form, words, _changed(), safe=safe)
    if kept is not None:
        return redirect("act:signed", token=signing_receipt(words, kept))
    return render_around(
        request, kind="petition", action=words.petition, locale=words.locale, form=form
    )


def _signed(
    request: HttpRequest, form: SignatureForm, words: PublishedPetition, home: str
) -> tuple[SignatureForm, UUID | None]:
    """Sign, and tell the id; where that is refused, the form to show says why."""
    typed = form.cleaned_data
    origin = origin_of(request, home=home, is_trapped=typed["website"])
    consents = typed.get("consent", False)
    entry = form.entry()
    try:
        kept = services.sign(version=words, entry=entry, consents=consents, origin=origin)
    except services.PetitionClosed as closed:
        form.add_error(None, _not_open(closed.state))
    except services.WordsChanged:
        form = renewed(form, words, _changed(), safe=form.safe)
    else:
        return form, kept
    return form, None


def _changed() -> str:
    return _(
        "The words of this petition have changed since you opened the page. Please read them"
        " again, then sign."
    )


def _not_open(state: Petition.State) -> str:
    if state == Petition.State.PAUSED:
        return _("This petition is paused, so your signature was not added. Please come back.")
    return _("This petition is closed, so your signature was not added.")
