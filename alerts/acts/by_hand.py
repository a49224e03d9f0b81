"""Officials our mail does not reach: one after another, sent by the visitor."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from alerts.letters import services
from alerts.letters.drafts import Addressed, Draft
from alerts.letters.forms import ComposeForm
from alerts.letters.models import Delivery, PublishedLetter
from alerts.officials.models import Official
from alerts.supporters.confirmation import TokenError, read_receipt, receipt_token

from .constituency import chosen, open_question, place_of

CARRIED = ("zip", "state", "district", "name", "city", "subject", "body")


def begin(request: HttpRequest, words: PublishedLetter, written: services.Written) -> HttpResponse:
    """Show the first official to be reached by hand, or finish where there is none."""
    step = "mail" if written.waiting else "by_hand"
    if not written.by_hand:
        return _finish(words, step)
    ticket = receipt_token(kind="ticket", message=str(written.message_id), step=step)
    return _show(request, words, list(written.by_hand), at=0, ticket=ticket)


def go_on(request: HttpRequest, words: PublishedLetter) -> HttpResponse:
    """Note what the visitor says of one official and show the next."""
    try:
        ticket = read_receipt(request.POST.get("ticket", ""), kind="ticket")
        letters = _letters(request, words)
        at = int(request.POST.get("at", ""))
        current = letters[at].official
        message = UUID(ticket["message"])
    except (TokenError, ValueError, KeyError, IndexError):
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    if request.POST.get("outcome") == "sent":
        _note(message, current)
    if at + 1 == len(letters):
        return _finish(words, _last_step(ticket["step"], message))
    return _show(request, words, letters, at=at + 1, ticket=request.POST["ticket"])


def _last_step(step: str, message: UUID) -> str:
    """What to say at the end: to somebody who sent nothing anywhere, no thanks for it."""
    wrote = Delivery.objects.filter(message=message).exists()
    return step if wrote or step == "mail" else "nothing"


def _note(message: UUID, official: Official) -> None:
    """Keep that ``official`` was written to; of one without any published way nothing is kept."""
    with suppress(services.NotTheirOfficial):
        services.report_sent_elsewhere(message_id=message, official=official)


def _letters(request: HttpRequest, words: PublishedLetter) -> list[Addressed]:
    """The letter as each of them gets it; ``ValueError`` for fields that were tampered with."""
    found = chosen(request.POST)
    if open_question(found):
        raise ValueError(open_question(found))
    form = ComposeForm({**request.POST.dict(), **place_of(found)}, version=words, officials=())
    if not form.is_valid():
        raise ValueError(str(form.errors.as_json()))
    typed = form.cleaned_data
    draft = Draft(
        subject=typed["subject"],
        body=typed["body"],
        name=typed["name"],
        locale=words.locale,
        city=typed["city"],
        region=typed["state"],
        zip=typed["zip"],
    )
    return [letter for letter in map(draft.to, found.officials) if not letter.goes_by_mail]


def _show(
    request: HttpRequest,
    words: PublishedLetter,
    letters: list[Addressed],
    *,
    at: int,
    ticket: str,
) -> HttpResponse:
    carried = {name: request.POST.get(name, "") for name in CARRIED}
    context = {
        "version": words,
        "addressed": letters[at],
        "position": at + 1,
        "total": len(letters),
        "carried": carried | {"ticket": ticket, "at": str(at)},
    }
    return render(request, "letters/by_hand.html", context)


def _finish(words: PublishedLetter, step: str) -> HttpResponse:
    token = receipt_token(kind="letter", version=words.pk, step=step)
    return redirect("act:sent", token=token)
