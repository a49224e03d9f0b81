"""Writing to representatives, step by step; all that was typed travels in the posts."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alerts.letters import services
from alerts.letters.channels import goes_by_mail
from alerts.letters.forms import ComposeForm, PlaceForm, ZipForm
from alerts.letters.models import Letter, PublishedLetter
from alerts.letters.tokens import to_reader
from alerts.officials.lookup import Constituency, look_up
from alerts.officials.zips import city_of

from . import by_hand
from .around import UNPROCESSABLE, address_of, render_around
from .constituency import choices_of, chosen, open_question, place_of, senate_notes
from .guard import act
from .words import newest, renewed, words_shown

Step = Callable[[HttpRequest, PublishedLetter], HttpResponse]
WRITTEN = ("name", "email", "city", "subject", "body", "consent", "key")


@act
@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, version: int) -> HttpResponse:
    """Take one step of a letter; a reader who comes by link is led to the alert."""
    words = words_shown(request, PublishedLetter, version)
    if request.method == "GET":
        return redirect(address_of(words.letter, words.locale) or f"/{words.locale}/")
    return STEPS.get(request.POST.get("step", ""), find)(request, words)


def find(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """From a ZIP code to the people who represent it, or to the question that is still open."""
    form = ZipForm(request.POST)
    if refusal := _refusal(words):
        form.add_error(None, refusal)
    if form.is_valid():
        found = look_up(form.cleaned_data["zip"])
        if found.officials:
            # Nothing has been typed yet that another version could spoil.
            return ask_or_compose(request, newest(words), found)
        form.add_error("zip", _nobody(found))
    return render_around(
        request, kind="letter", action=words.letter, locale=words.locale, form=form
    )


def place(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """The visitor has said more of where they live."""
    try:
        return ask_or_compose(request, words, chosen(request.POST))
    except ValueError:
        return ask_again(request, words)


def ask_again(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """Ask for a place that was not understood, from the ZIP code on or from what is sure of it."""
    form = ZipForm(request.POST)
    if not form.is_valid():
        return _ask(request, words, "zip", form)
    return ask_or_compose(request, words, look_up(form.cleaned_data["zip"]))


def ask_or_compose(
    request: HttpRequest, words: PublishedLetter, found: Constituency
) -> HttpResponse:
    """Ask for the state, then for the representative, then show the letter."""
    if not found.officials:
        zip_form = ZipForm(request.POST)
        zip_form.add_error("zip", _nobody(found))
        return _ask(request, words, "zip", zip_form)
    asked = open_question(found)
    if not asked:
        return compose(request, words, found)
    start = place_of(found)
    answered = request.POST.get("asked") == asked
    data = {**start, asked: request.POST.get(asked, "")} if answered else None
    return _ask(request, words, asked, PlaceForm(data, initial=start, **choices_of(found)))


def _ask(
    request: HttpRequest, words: PublishedLetter, asked: str, form: forms.Form
) -> HttpResponse:
    """One question about the place; a letter that was written already travels with it."""
    status = UNPROCESSABLE if form.errors else 200
    context = {"version": words, "form": form, "asked": asked, "carried": written(request.POST)}
    return render(request, "letters/place.html", context, status=status)


def compose(
    request: HttpRequest,
    words: PublishedLetter,
    found: Constituency,
    form: forms.Form | None = None,
) -> HttpResponse:
    """The letter to be made the visitor's own, with those who get it."""
    start = {"city": city_of(found.zip), **written(request.POST), **place_of(found)}
    form = form or ComposeForm(version=words, officials=found.officials, initial=start)
    status = UNPROCESSABLE if form.errors else 200
    context = {
        "version": words,
        "constituency": found,
        "recipients": [(official, goes_by_mail(official)) for official in found.officials],
        "senate_notes": senate_notes(found),
        "form": form,
    }
    return render(request, "letters/compose.html", context, status=status)


def send(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """Take the letter: mail waits for the sender's address, the rest is done by hand."""
    try:
        found = chosen(request.POST)
    except ValueError:
        return ask_again(request, words)
    if open_question(found) or not found.officials:
        return ask_or_compose(request, words, found)
    data = {**request.POST.dict(), **place_of(found)}
    form = ComposeForm(data, version=words, officials=found.officials)
    if refusal := _refusal(words):
        form.add_error(None, refusal)
    if not form.is_valid():
        return compose(request, words, found, form)
    try:
        taken = services.send_message(version=words, officials=found.officials, **form.as_message())
    except services.LetterClosed as closed:
        form.add_error(None, _not_open(closed.state))
    except services.WordsChanged as changed:
        sentence = _changed(changed.latest)
        form = renewed(form, words, sentence, officials=found.officials)
        words = changed.latest
    else:
        return by_hand.begin(request, words, taken)
    return compose(request, words, found, form)


def written(posted: QueryDict) -> dict[str, str]:
    """What a visitor has written of a letter so far."""
    return {name: str(posted[name]) for name in WRITTEN if posted.get(name)}


def _changed(latest: PublishedLetter) -> str:
    message = _(
        "The text of this letter has changed since you opened it. Yours is kept below; the new one"
        " reads: %(text)s"
    )
    return message % {"text": to_reader(latest.fields["body"], latest.locale)}


def _nobody(found: Constituency) -> str:
    """Why a ZIP code leads to nobody."""
    return found.message or _("Nobody holds a seat for this ZIP code now.")


def _refusal(words: PublishedLetter) -> str:
    """Why this letter cannot be written now, in the reader's language; empty while it can."""
    if not words.letter.is_open:
        return _not_open(words.letter.current_state)
    if address_of(words.letter, words.locale) is None:
        return _("This alert has been taken down, so your letter was not sent.")
    return ""


def _not_open(state: Letter.State) -> str:
    if state == Letter.State.PAUSED:
        return _("This letter is paused, so it was not sent. You can still copy your words.")
    return _("This letter is closed, so it was not sent. You can still copy your words.")


STEPS: dict[str, Step] = {
    "find": find,
    "place": place,
    "send": send,
    "by_hand": by_hand.go_on,
}
