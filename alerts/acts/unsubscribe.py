"""Hearing no more of a petition: by a button, or by one click in a mail program (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from alerts.petitions import news

from .guard import act_by_token


@act_by_token
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; a post unsubscribes and is answered at once, as mail programs need it.

    The page is the same for everybody, also for whom has unsubscribed or withdrawn before.
    """
    try:
        signature_id = news.read_unsubscribe(token)
    except news.BadToken:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    if request.method == "POST":
        news.unsubscribe(signature_id=signature_id)
    return render(request, "pages/unsubscribe_page.html", {"is_done": request.method == "POST"})
