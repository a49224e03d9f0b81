"""Leaving by the link in a mail: opening it changes nothing, a button takes the act back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alerts.supporters.asks.act import Act
from alerts.supporters.confirmation import BadToken, read_receipt, receipt_token
from alerts.supporters.leaving import find_act, leave_ask, leave_everything, read_leave
from alerts.supporters.silence import lift_silence

from .guard import act

GONE = 410
RECEIPT = "left"
Step = Callable[[str, Act], str]


@act
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is kept and the buttons; on the press of one, take it back and erase it."""
    try:
        kind, row = read_leave(token)
    except BadToken:
        return _stale(request)
    found = find_act(kind, row)
    if found is None or not found.email_hash:
        return render(request, "leaving/nothing.html", status=GONE)
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:
        return render(request, "leaving/leave.html", {"act": found})
    return redirect("act:left", token=step(kind, found))


@act
@require_http_methods(["GET", "POST"])
def left(request: HttpRequest, token: str) -> HttpResponse:
    """After leaving: what was erased, what stays, and the way to be mailed again."""
    try:
        receipt = read_receipt(token, kind=RECEIPT)
    except BadToken:
        return _stale(request)
    lifts = request.method == "POST"
    if lifts:
        lift_silence(email_hashes=[receipt["address"]])
    context = {"step": receipt["step"], "lifted": lifts}
    return render(request, "leaving/left.html", context)


def _this(kind: str, found: Act) -> str:
    is_silent = leave_ask(kind=kind, act=found)
    return _receipt(found, "this" if is_silent else "shared")


def _everything(kind: str, found: Act) -> str:
    del kind
    leave_everything(email_hashes=found.known_hashes())
    return _receipt(found, "everything")


def _receipt(found: Act, step: str) -> str:
    return receipt_token(kind=RECEIPT, address=found.known_hashes()[0], step=step)


def _stale(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/stale_page.html", {"stale": False}, status=404)


STEPS: dict[str, Step] = {"this": _this, "everything": _everything}
