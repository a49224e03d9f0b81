"""The mails to contacts: each in the contact's language, once, and not too often."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation

from alerts.supporters.asks.confirmation_mail import ConfirmationMail
from alerts.supporters.mail import own_host, send_in_language
from home.menu import about_address

from .models import Contact, Endorser
from .tokens import ENTRY_DAYS, entry_url

# However often somebody types an address, its owner gets four mails with links a day at most.
PAUSE_BETWEEN_LINKS = timedelta(hours=6)
# Sealed with a contact until it is mailed: what staff ask, and what became of corrections.
QUESTION, ASKED_AT, ANSWERED = "question", "asked_at", "corrections_answered"
WAITING = frozenset({QUESTION, ASKED_AT, ANSWERED})


class JoinMail(ConfirmationMail[Contact]):
    """Asks a contact to confirm; nothing that a visitor typed is in it."""

    model = Contact
    begun = "begun_at"
    template = "confirm_join"
    kind = "join"

    def details(self, act: Contact) -> dict[str, object]:
        return {"days": settings.CONFIRMATION_DAYS}


@transaction.atomic
def tell_decision(contact_id: str, status: Endorser.Status) -> None:
    """Mail that the endorser now is ``status``, once, unless that has changed meanwhile.

    Whoever has not confirmed an address is not written to.
    """
    contact = _locked(contact_id)
    change = contact.endorser.history.filter(status=status).last()
    is_news = change is not None and contact.told_id != change.pk
    if is_news and contact.endorser.status == status and not contact.is_pending:
        contact.told = change
        contact.save(update_fields=["told"])
        _send(contact, f"endorsement_{status.value}")


@transaction.atomic
def ask_question(contact_id: str) -> None:
    """Mail the question that waits for the contact, and forget it then."""
    contact = _locked(contact_id)
    sealed = contact.unseal()
    question, _asked_at = sealed.pop(QUESTION, ""), sealed.pop(ASKED_AT, "")
    if question and not contact.is_pending:
        contact.seal(**sealed)
        contact.save(update_fields=["sealed"])
        if contact.endorser.status not in Endorser.LEFT:
            _send(contact, "endorsement_question", question=question)


@transaction.atomic
def tell_correction(contact_id: str) -> None:
    """Mail what became of the contact's corrections, of each outcome once, and forget it then."""
    contact = _locked(contact_id)
    sealed = contact.unseal()
    outcomes = sealed.pop(ANSWERED, "").split()
    if not outcomes:
        return
    contact.seal(**sealed)
    contact.save(update_fields=["sealed"])
    endorser = contact.endorser
    if endorser.status in Endorser.LEFT or contact.is_pending:
        return
    is_public = endorser.status == Endorser.Status.APPROVED
    is_listed = endorser.endorsements.counted().filter(statement=contact.statement_id).exists()
    for outcome in dict.fromkeys(outcomes):
        _send(contact, f"correction_{outcome}", is_public=is_public, is_listed=is_listed)


@transaction.atomic
def send_entry_links(contact_id: str) -> None:
    """Mail the links to every entry of the contact's address, unless that was done just now."""
    asked = Contact.objects.get(pk=contact_id)
    contacts = list(with_entries(asked.email_hash).select_for_update(of=("self",)).order_by("pk"))
    now = timezone.now()
    mailed = [contact.link_mailed_at for contact in contacts if contact.link_mailed_at]
    if contacts and (not mailed or now - max(mailed) >= PAUSE_BETWEEN_LINKS):
        Contact.objects.filter(pk__in=[contact.pk for contact in contacts]).update(
            link_mailed_at=now
        )
        newest = max(contacts, key=lambda contact: contact.begun_at)
        entries = [(contact.endorser.name, entry_url(contact)) for contact in contacts]
        _send(newest, "entry_link", entries=entries)


def with_entries(email_hash: str) -> QuerySet[Contact]:
    """The contacts at one address that have confirmed it and whose endorsers can be changed."""
    contacts = Contact.objects.filter(email_hash=email_hash).exclude(state=Contact.State.PENDING)
    return contacts.exclude(endorser__status__in=Endorser.LEFT).select_related(
        "endorser", "version"
    )


def _locked(contact_id: str) -> Contact:
    contacts = Contact.objects.select_related("endorser", "version__statement__organisation")
    return contacts.select_for_update(of=("self",)).get(pk=UUID(contact_id))


def _send(contact: Contact, template: str, **context: object) -> None:
    locale = contact.locale or settings.LANGUAGE_CODE
    send_in_language(
        template=template,
        to=contact.unseal()["email"],
        locale=locale,
        context={**_entry(contact), **_where_to_turn(contact, locale), **context},
        message_id=f"<{template}-{contact.pk.hex}-{timezone.now():%Y%m%d%H%M%S}@{own_host()}>",
    )


def _entry(contact: Contact) -> dict[str, object]:
    """What a mail may say of the entry and of the statement that it came by."""
    version = contact.version
    return {
        "name": contact.endorser.name,
        "title": version.title if version else "",
        "list_url": f"{settings.BASE_URL}{version.fields['page_url']}" if version else "",
        "url": entry_url(contact),
        "days": ENTRY_DAYS,
    }


def _where_to_turn(contact: Contact, locale: str) -> dict[str, object]:
    """Who asks beside the statement and the address of theirs that is known, and the site's own."""
    organisation = contact.version.organisation if contact.version else None
    with translation.override(locale):
        about_url = about_address()
    return {
        "organisation": organisation,
        "reached_at": organisation and (organisation.website or organisation.postal_address),
        "about_url": about_url,
    }
