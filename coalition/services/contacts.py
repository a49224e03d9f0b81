"""Who speaks for an endorser, as staff enter it."""

from collections.abc import Iterable

from django.db import transaction

from alerts.supporters.hashing import email_hash
from alerts.supporters.services import erase_consents

from ..domains import domain_matches_for
from ..facts import Speaker
from ..importing.forgetting import forget_contacts_in_imports
from ..models import Contact, Endorser
from .speaking import end_conversations, write_speaker


def speaker_of(endorser: Endorser) -> Speaker | None:
    """Who speaks for ``endorser``, opened for staff; nobody if there is no contact."""
    contact = Contact.objects.filter(endorser=endorser.pk).first()
    if contact is None:
        return None
    sealed = contact.unseal()
    return Speaker(name=sealed["name"], role=sealed.get("role", ""), email=sealed["email"])


@transaction.atomic
def set_contact(*, endorser: Endorser, speaker: Speaker, locale: str) -> Contact:
    """Keep ``speaker``, who gets mail in the language ``locale``.

    Staff answer for an address that they enter: it counts as good, also where another waited to be
    confirmed. At a new address, nothing is read that was written to or by whoever had the old one,
    and no import can put that one back.
    """
    known = Contact.objects.filter(endorser=endorser)
    if known.exclude(email_hash=email_hash(speaker.email)).exists():
        forget_contacts_in_imports([endorser.pk])
    contact = known.select_for_update().first() or Contact(endorser=endorser)
    if write_speaker(contact, speaker, locale=locale):
        end_conversations([contact])
    contact.save()
    return contact


@transaction.atomic
def forget_contact(*, endorser: Endorser) -> None:
    """Keep nobody who speaks for ``endorser``; whoever has not confirmed stays until they do."""
    forget_contacts_in_imports([endorser.pk])
    contacts = Contact.objects.select_for_update().exclude(state=Contact.State.PENDING)
    contact = contacts.filter(endorser=endorser).first()
    if contact is not None:
        end_conversations([contact])
        contact.delete()


def forget_consents(*, endorsers: Iterable[Endorser]) -> None:
    """Forget what contacts would have allowed that will not confirm any more."""
    contacts = Contact.objects.filter(endorser__in=list(endorsers))
    erase_consents(acts=list(contacts.values_list("pk", flat=True)))


def look_at_domain(endorser: Endorser) -> None:
    """Note again whether the contact's address is at the website, once either has changed."""
    contact = Contact.objects.filter(endorser=endorser).first()
    if contact is not None:
        contact.domain_matches = domain_matches_for(endorser, contact.unseal()["email"])
        contact.save(update_fields=["domain_matches"])


def is_stranger(contact: Contact, endorser: Endorser) -> bool:
    """Whether the address is away from the website of its own entry or from ``endorser``'s."""
    there = domain_matches_for(endorser, contact.unseal()["email"])
    return contact.domain_matches is False or there is False


def is_good_contact(kept: Endorser, dropped: Endorser) -> bool:
    """Whether ``kept``, which has no contact, may well have that of ``dropped``."""
    contact = Contact.objects.filter(endorser=dropped).first()
    if contact is None or contact.is_pending or is_stranger(contact, kept):
        return False
    return not Contact.objects.filter(endorser=kept).exists()
