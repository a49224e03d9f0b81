"""Writing to representatives, step by step; all that was typed travels in the posts."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alerts.letters import services
from alerts.letters.channels import goes_by_mail
from alerts.letters.forms import ComposeForm, PlaceForm, ZipForm
from alerts.letters.models import PublishedLetter
from alerts.letters.tokens import to_reader
from alerts.officials.lookup import Constituency, look_up
from alerts.officials.zips import city_of

from . import by_hand
from .around import UNPROCESSABLE, page_of, render_around
from .constituency import choices_of, chosen, place_of
from .guard import act

Step = Callable[[HttpRequest, PublishedLetter], HttpResponse]


@act
@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, version: int) -> HttpResponse:
    """Take one step of a letter; a reader who comes by link is led to the alert."""
    words = get_object_or_404(
        PublishedLetter.objects.select_related("letter__organisation"),
        pk=version,
        locale=request.LANGUAGE_CODE,
    )
    if request.method == "GET":
        page = page_of(words.letter, words.locale)
        return redirect(page.url if page else f"/{words.locale}/")
    return STEPS.get(request.POST.get("step", ""), find)(request, words)


def find(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """From a ZIP code to the people who represent it, or to the question that is still open."""
    form = ZipForm(request.POST)
    if not words.letter.is_open:
        form.add_error(None, _closed())
    if form.is_valid():
        found = look_up(form.cleaned_data["zip"])
        if found.officials:
            return ask_or_compose(request, _newest(words), found)
        form.add_error("zip", found.message or _("Nobody holds a seat for this ZIP code now."))
    return render_around(
        request, kind="letter", action=words.letter, locale=words.locale, form=form
    )


def place(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """The visitor has said which of several states or districts is theirs."""
    if not ZipForm(request.POST).is_valid():
        return find(request, words)
    try:
        found = chosen(request.POST)
    except ValueError:
        return ask_or_compose(request, words, look_up(request.POST["zip"]), answered=True)
    return ask_or_compose(request, words, found, answered=not request.POST.get("district"))


def ask_or_compose(
    request: HttpRequest, words: PublishedLetter, found: Constituency, *, answered: bool = False
) -> HttpResponse:
    """Ask for the state, then for the representative, then show the letter."""
    if not (found.crosses_states or found.is_split):
        return compose(request, words, found)
    choices = choices_of(found)
    again = answered and not any(request.POST.get(name) for name in choices)
    data = request.POST if again else None
    form = PlaceForm(data, initial=place_of(found), **choices)
    status = UNPROCESSABLE if form.errors else 200
    context = {"version": words, "form": form, "crosses": found.crosses_states}
    return render(request, "letters/place.html", context, status=status)


def compose(
    request: HttpRequest,
    words: PublishedLetter,
    found: Constituency,
    form: forms.Form | None = None,
) -> HttpResponse:
    """The letter to be made the visitor's own, with those who get it."""
    start = {**place_of(found), "city": city_of(found.zip)}
    form = form or ComposeForm(version=words, officials=found.officials, initial=start)
    status = UNPROCESSABLE if form.errors else 200
    recipients = [(official, goes_by_mail(official)) for official in found.officials]
    context = {"version": words, "constituency": found, "recipients": recipients, "form": form}
    return render(request, "letters/compose.html", context, status=status)


def send(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """Take the letter: mail waits for the sender's address, the rest is done by hand."""
    try:
        found = chosen(request.POST)
    except ValueError:
        return find(request, words)
    form = ComposeForm(request.POST, version=words, officials=found.officials)
    if not form.is_valid():
        return compose(request, words, found, form)
    try:
        written = services.send_message(
            version=words, officials=found.officials, **form.as_message()
        )
    except services.LetterClosed:
        form.add_error(None, _closed())
    except services.WordsChanged as changed:
        form.add_error(None, _changed(changed.latest))
        words = changed.latest
    else:
        return by_hand.begin(request, words, written)
    return compose(request, words, found, form)


def _newest(words: PublishedLetter) -> PublishedLetter:
    """The words as they are now: nothing has been typed yet that another version could spoil."""
    return words.letter.versions.filter(locale=words.locale).latest("number")


def _changed(latest: PublishedLetter) -> str:
    message = _(
        "The text of this letter has changed since you opened it. Yours is kept below; the new one"
        " reads: %(text)s"
    )
    return message % {"text": to_reader(latest.fields["body"], latest.locale)}


def _closed() -> str:
    """Why a closed letter is not taken, in the reader's language."""
    return _("This letter is closed, so it was not sent. You can still copy your words.")


STEPS: dict[str, Step] = {
    "find": find,
    "place": place,
    "send": send,
    "by_hand": by_hand.go_on,
}
