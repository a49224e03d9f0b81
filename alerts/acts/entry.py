"""An entry in the hands of its contact: seen, corrected, withdrawn, by a link from a mail."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alerts.supporters.confirmation import StaleToken, TokenError
from alerts.supporters.fields import EmailAddressField
from coalition import services
from coalition.forms import CorrectionForm
from coalition.models import Contact, Correction
from coalition.tokens import read_entry

from .around import UNPROCESSABLE
from .guard import act

Step = Callable[[HttpRequest, Contact], HttpResponse]
GONE = 410


class EntryLinkForm(forms.Form):
    """Which address to send the links to."""

    email = EmailAddressField()


@act
@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, token: str) -> HttpResponse:
    """Show an entry to its contact, or take a step with it; opening the link changes nothing."""
    try:
        contact = read_entry(token)
    except StaleToken:
        return _stale(request)
    except TokenError:
        return render(request, "pages/stale_page.html", {"stale": False}, status=404)
    step = STEPS.get(request.POST.get("step", ""), show)
    try:
        return step(request, contact)
    except services.ContactGone:
        return _stale(request)


def show(request: HttpRequest, contact: Contact) -> HttpResponse:
    """What the public sees of the entry, where it stands, and the way to change it."""
    waiting = _waiting(contact)
    sealed = waiting.unseal() if waiting else None
    return _entry(request, contact, CorrectionForm(endorser=contact.endorser, waiting=sealed))


def correct(request: HttpRequest, contact: Contact) -> HttpResponse:
    """Keep a correction for staff to look at."""
    form = CorrectionForm(request.POST, endorser=contact.endorser)
    if form.is_valid() and not (form.changes() or _waiting(contact)):
        form.add_error(None, _("You have not changed anything yet."))
    if not form.is_valid():
        return _entry(request, contact, form)
    services.propose_correction(contact_id=contact.pk, fields=form.changes())
    return redirect(request.path)


def ask_to_withdraw(request: HttpRequest, contact: Contact) -> HttpResponse:
    """Ask once more before an entry is taken from the list."""
    return render(request, "entries/withdraw.html", {"endorser": contact.endorser})


def withdraw(request: HttpRequest, contact: Contact) -> HttpResponse:
    """Take the entry from the list."""
    services.withdraw(contact_id=contact.pk)
    return redirect(request.path)


@act
@require_http_methods(["GET", "POST"])
def entry_link(request: HttpRequest) -> HttpResponse:
    """Ask for the links to one's entries; the answer is the same for every address."""
    form = EntryLinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.ask_for_links(email=form.cleaned_data["email"])
        return redirect("act:links-sent")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "entries/ask.html", {"form": form}, status=status)


@act
@require_safe
def links_sent(request: HttpRequest) -> HttpResponse:
    """After asking for the links."""
    return render(request, "entries/asked.html")


def _entry(request: HttpRequest, contact: Contact, form: CorrectionForm) -> HttpResponse:
    context = {
        "endorser": contact.endorser,
        "version": contact.version,
        "form": form,
        "listed": form.as_listed(),
        "correction": _waiting(contact),
        "can_change": contact.endorser.status in services.CHANGEABLE,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "entries/entry.html", context, status=status)


def _waiting(contact: Contact) -> Correction | None:
    return Correction.objects.filter(endorser=contact.endorser).first()


def _stale(request: HttpRequest) -> HttpResponse:
    """The link was ours; it is too old, or there is nothing any more that it leads to."""
    return render(request, "entries/stale.html", status=GONE)


STEPS: dict[str, Step] = {
    "correct": correct,
    "withdraw": ask_to_withdraw,
    "withdraw-now": withdraw,
}
