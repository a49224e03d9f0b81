"""Thank-you pages: found by an opaque token, the same for a new and a repeated supporter."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from alerts.letters.models import PublishedLetter
from alerts.petitions.code_form import CodeForm
from alerts.petitions.models import PublishedPetition
from alerts.supporters.confirmation import TokenError, read_receipt
from coalition.models import PublishedStatement
from home.share import sharing

from .guard import act


@act
@require_safe
def signed(request: HttpRequest, token: str) -> HttpResponse:
    """After signing, and again after confirming."""
    return signed_page(request, token, CodeForm())


@act
@require_safe
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """After writing, and again after confirming."""
    return _thanks(request, token, PublishedLetter, "pages/sent_page.html")


@act
@require_safe
def joined(request: HttpRequest, token: str) -> HttpResponse:
    """After joining, and again after confirming."""
    return _thanks(request, token, PublishedStatement, "pages/joined_page.html")


def signed_page(
    request: HttpRequest, token: str, form: CodeForm, *, status: int = 200
) -> HttpResponse:
    """What follows on signing; while that is confirming, with the form that takes the code."""
    template = "pages/signed_page.html"
    return _thanks(request, token, PublishedPetition, template, status, form=form)


def _thanks(
    request: HttpRequest, token: str, model: Any, template: str, status: int = 200, **more: Any
) -> HttpResponse:
    try:
        receipt = read_receipt(token, kind=model.ask_name)
    except TokenError:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    version = get_object_or_404(model, pk=receipt.get("version"))
    context = {
        "version": version,
        "step": receipt.get("step"),
        "token": token,
        **sharing(version.fields["title"], version.fields["page_url"]),
        **more,
    }
    return render(request, template, context, status=status)
