"""The page a mail leads to: a button that counts. Opening it changes nothing."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
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

from .guard import act

GONE = 410


@act
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; on its press, count what the token stands for."""
    try:
        kind, row = read_confirmation(token)
    except StaleToken:
        return render(request, "pages/stale_page.html", {"stale": True}, status=GONE)
    except BadToken:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    if request.method == "POST":
        return _CONFIRM[kind](request, row)
    return render(request, "pages/confirm_page.html", {"kind": kind, "act": _find(kind, row)})


def _find(kind: str, row: UUID) -> Signature | Message:
    """What is to be confirmed, while it still exists."""
    model = Signature if kind == "signature" else Message
    found = model.objects.select_related("version").filter(pk=row).first()
    if found is None:
        raise Http404
    return found


def _confirm_signature(request: HttpRequest, row: UUID) -> HttpResponse:
    _find("signature", row)
    signature = petitions.confirm_signature(signature_id=row)
    return redirect(
        "act:signed", token=receipt_token(version=signature.version_id, step="counted")
    )


def _confirm_message(request: HttpRequest, row: UUID) -> HttpResponse:
    _find("message", row)
    message = letters.confirm_message(message_id=row)
    return redirect("act:sent", token=receipt_token(version=message.version_id, step="queued"))


_CONFIRM: dict[str, Callable[[HttpRequest, UUID], HttpResponse]] = {
    "signature": _confirm_signature,
    "message": _confirm_message,
}
