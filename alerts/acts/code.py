"""Confirming on the device one signed on: by the code in the mail, or by another mail."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alerts.petitions import services
from alerts.petitions.code_form import CodeForm
from alerts.supporters.confirmation import TokenError

from .around import UNPROCESSABLE
from .guard import act
from .receipts import resending_receipt, settled_receipt, signature_in
from .thanks import signed_page


@act
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, token: str) -> HttpResponse:
    """Take a code, or send the mail again; the address is found by the receipt of signing.

    Both answer alike whatever is kept of the address that was signed with.
    """
    try:
        signature_id, receipt = signature_in(token)
    except TokenError:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    if request.method == "GET":
        return redirect("act:signed", token=token)
    if request.POST.get("step") == "again":
        services.resend(signature_id=signature_id)
        return redirect("act:signed", token=resending_receipt(receipt))
    return _confirm(request, token, signature_id)


def _confirm(request: HttpRequest, token: str, signature_id: UUID) -> HttpResponse:
    form = CodeForm(request.POST)
    if form.is_valid():
        try:
            typed = form.cleaned_data["code"]
            signature = services.confirm_by_code(signature_id=signature_id, code=typed)
            return redirect("act:signed", token=settled_receipt(signature))
        except services.WrongCode:
            form.add_error("code", _wrong())
    return signed_page(request, token, form, status=UNPROCESSABLE)


def _wrong() -> str:
    return _(
        "These digits do not confirm the signature. Please copy them from the newest message. They"
        " work for a day and for five tries; after that, use the link in the message."
    )
