"""The page a mail leads to: a button that counts. Opening it changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from alerts.letters import services as letters
from alerts.letters.models import Message
from alerts.petitions import services as petitions
from alerts.petitions.models import Signature
from alerts.supporters.confirmation import (
    BadToken,
    StaleToken,
    read_confirmation,
    receipt_token,
)
from alerts.supporters.services import organisations_awaiting
from coalition import services as coalition
from coalition.models import Contact

from .guard import act
from .receipts import settled_receipt

GONE = 410


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of act to confirm: what does it, and what its page says before."""

    model: type[Signature] | type[Message] | type[Contact]
    confirm: Callable[[HttpRequest, UUID], HttpResponse]
    heading: Promise
    promise: Promise
    button: Promise


@act
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; on its press, count what the token stands for."""
    try:
        name, row = read_confirmation(token)
    except StaleToken:
        return _stale(request)
    except BadToken:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    kind = KINDS[name]
    found = _find(kind, row)
    if found is None:
        return _stale(request)
    if request.method == "POST":
        return kind.confirm(request, row)
    context = {"kind": kind, "act": found, "consents": organisations_awaiting(act=row)}
    return render(request, "pages/confirm_page.html", context)


def _find(kind: Kind, row: UUID) -> Signature | Message | Contact | None:
    """What is to be confirmed, while it still exists."""
    return kind.model.objects.select_related("version").filter(pk=row).first()


def _stale(request: HttpRequest) -> HttpResponse:
    """The link was ours; it is too old, or what it would confirm is no longer kept."""
    return render(request, "pages/stale_page.html", {"stale": True}, status=GONE)


def _confirm_signature(request: HttpRequest, row: UUID) -> HttpResponse:
    try:
        signature = petitions.confirm_signature(signature_id=row)
    except Signature.DoesNotExist:
        return _stale(request)
    return redirect("act:signed", token=settled_receipt(signature))


def _confirm_message(request: HttpRequest, row: UUID) -> HttpResponse:
    try:
        message = letters.confirm_message(message_id=row)
    except letters.MessageLapsed:
        return _stale(request)
    except letters.LetterClosed:
        return render(request, "letters/closed.html", status=GONE)
    step = "paused" if message.letter.is_waiting else "queued"
    token = receipt_token(kind="letter", version=message.version_id, step=step)
    return redirect("act:sent", token=token)


def _confirm_join(request: HttpRequest, row: UUID) -> HttpResponse:
    try:
        contact = coalition.confirm_join(contact_id=row)
    except coalition.ContactGone:
        return _stale(request)
    token = receipt_token(kind="statement", version=str(contact.version_id), step="confirmed")
    return redirect("act:joined", token=token)


KINDS = {
    "signature": Kind(
        model=Signature,
        confirm=_confirm_signature,
        heading=_("Confirm your signature"),
        promise=_("Press the button, and your signature is confirmed."),
        button=_("Confirm my signature"),
    ),
    "message": Kind(
        model=Message,
        confirm=_confirm_message,
        heading=_("Confirm your letter"),
        promise=_("Press the button and we hand your letter to the offices that take email."),
        button=_("Send my letter"),
    ),
    "join": Kind(
        model=Contact,
        confirm=_confirm_join,
        heading=_("Confirm your entry"),
        promise=_("Press the button, and the people who run this look at your entry and list it."),
        button=_("Confirm my entry"),
    ),
}
