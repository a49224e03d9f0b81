"""The page a mail leads to: a button that counts. Opening it changes nothing."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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

from .guard import act

GONE = 410


@act
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; on its press, count what the token stands for."""
    try:
        kind, row = read_confirmation(token)
    except StaleToken:
        return _stale(request)
    except BadToken:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    found = _find(kind, row)
    if found is None:
        return _stale(request)
    if request.method == "POST":
        return _CONFIRM[kind](request, row)
    context = {"kind": kind, "act": found, "consents": organisations_awaiting(act=row)}
    return render(request, "pages/confirm_page.html", context)


def _find(kind: str, row: UUID) -> Signature | Message | None:
    """What is to be confirmed, while it still exists."""
    model = Signature if kind == "signature" else Message
    return model.objects.select_related("version").filter(pk=row).first()


def _stale(request: HttpRequest) -> HttpResponse:
    """The link was ours; it is too old, or what it would confirm is no longer kept."""
    return render(request, "pages/stale_page.html", {"stale": True}, status=GONE)


def _confirm_signature(request: HttpRequest, row: UUID) -> HttpResponse:
    try:
        signature = petitions.confirm_signature(signature_id=row)
    except Signature.DoesNotExist:
        return _stale(request)
    step = "counted" if signature.state == Signature.State.COUNTED else "kept"
    token = receipt_token(kind="petition", version=signature.version_id, step=step)
    return redirect("act:signed", token=token)


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


_CONFIRM: dict[str, Callable[[HttpRequest, UUID], HttpResponse]] = {
    "signature": _confirm_signature,
    "message": _confirm_message,
}
