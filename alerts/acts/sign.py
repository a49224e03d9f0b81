"""Signing a petition."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alerts.petitions import services
from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Petition, PublishedPetition
from alerts.supporters.confirmation import receipt_token

from .around import page_of, render_around
from .guard import act
from .words import renewed, words_shown


@act
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, version: int) -> HttpResponse:
    """Take a signature under published words; a reader who comes by link is led to the alert."""
    words = words_shown(request, PublishedPetition, version)
    page = page_of(words.petition, words.locale)
    if request.method == "GET":
        return redirect(page.url if page else f"/{words.locale}/")
    form = SignatureForm(request.POST, version=words)
    if page is None:
        form.add_error(None, _("This alert has been taken down, so your signature was not added."))
    else:
        form = _signed(form, words) if form.is_valid() else renewed(form, words, _changed())
    if form.is_valid():
        token = receipt_token(kind="petition", version=words.pk, step="mail")
        return redirect("act:signed", token=token)
    return render_around(
        request, kind="petition", action=words.petition, locale=words.locale, form=form
    )


def _signed(form: SignatureForm, words: PublishedPetition) -> SignatureForm:
    """Sign; where that is refused, the form to show says why."""
    typed = form.cleaned_data
    try:
        services.sign(version=words, entry=form.entry(), consents=typed.get("consent", False))
    except services.PetitionClosed as closed:
        form.add_error(None, _not_open(closed.state))
    except services.WordsChanged:
        return renewed(form, words, _changed())
    return form


def _changed() -> str:
    return _(
        "The words of this petition have changed since you opened the page. Please read them"
        " again, then sign."
    )


def _not_open(state: Petition.State) -> str:
    if state == Petition.State.PAUSED:
        return _("This petition is paused, so your signature was not added. Please come back.")
    return _("This petition is closed, so your signature was not added.")
