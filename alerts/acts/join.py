"""Joining a statement."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alerts.supporters.addresses import act_url
from alerts.supporters.confirmation import receipt_token
from coalition import services
from coalition.forms import JoinForm
from coalition.listing.addresses import statement_page_for
from coalition.models import PublishedStatement, Statement, StatementPage

from .around import UNPROCESSABLE
from .guard import act
from .words import newest, renewed, words_shown


@act
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, version: int) -> HttpResponse:
    """Take who joins under published words; a reader who comes by link is led to the statement."""
    words = words_shown(request, PublishedStatement, version)
    page: StatementPage | None = statement_page_for(words)
    if request.method == "GET":
        return redirect(page.url if page else f"/{words.locale}/")
    form = JoinForm(request.POST, version=words)
    if page is None:
        form.add_error(None, _("This statement has been taken down, so nothing was sent."))
    else:
        form = _joined(form, words) if form.is_valid() else renewed(form, words, _changed())
    if form.is_valid():
        token = receipt_token(kind="statement", version=words.pk, step="mail")
        return redirect("act:joined", token=token)
    return _again(request, words, page, form)


def _joined(form: JoinForm, words: PublishedStatement) -> JoinForm:
    """Join; where that is refused, the form to show says why."""
    try:
        services.join(
            version=words,
            facts=form.as_facts(),
            speaker=form.as_speaker(),
            consents=form.cleaned_data.get("consent", False),
        )
    except services.StatementClosed as closed:
        form.add_error(None, _not_open(closed.state))
    except services.WordsChanged:
        return renewed(form, words, _changed())
    return form


def _changed() -> str:
    return _(
        "The words of this statement have changed since you opened the page. Please read them"
        " again, then add the name."
    )


def _again(
    request: HttpRequest, words: PublishedStatement, page: StatementPage | None, form: JoinForm
) -> HttpResponse:
    """The statement's page with the form, its errors and what was typed, in place.

    Where that page is gone or has no form of its own, the form stands on a page of its own.
    """
    if page is None or not page.shows_form:
        return _alone(request, words, page, form)
    answer: Any = page.index_route(request)
    bound = {("statement", words.statement_id): form}
    answer.context_data |= {"bound_forms": bound, "has_errors": True}
    answer.status_code = UNPROCESSABLE
    return answer


def _alone(
    request: HttpRequest, words: PublishedStatement, page: StatementPage | None, form: JoinForm
) -> HttpResponse:
    latest = newest(words)
    can_join = page is not None and words.statement.is_open
    url = act_url("join", latest.pk) if can_join else ""
    context = {"form": form, "version": latest, "action_url": url}
    return render(request, "pages/join_page.html", context, status=UNPROCESSABLE)


def _not_open(state: Statement.State) -> str:
    if state == Statement.State.PAUSED:
        return _("Joining is paused, so nothing was sent. Please come back later.")
    return _("This statement takes no more names, so nothing was sent.")
