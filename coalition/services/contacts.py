"""Who speaks for an endorser, as staff enter it."""

from django.db import transaction

from alerts.supporters.hashing import email_hash

from ..domains import domain_matches
from ..facts import Speaker
from ..models import Contact, Endorser


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
    confirmed. Whatever else was sealed with the contact stays.
    """
    contact = Contact.objects.select_for_update().filter(endorser=endorser).first()
    contact = contact or Contact(endorser=endorser, sealed=b"")
    digest = email_hash(speaker.email)
    if contact.email_hash != digest:
        contact.state, contact.confirmed_at = Contact.State.ENTERED, None
    sealed = contact.unseal() if contact.sealed else {}
    sealed |= {"name": speaker.name, "role": speaker.role, "email": speaker.email}
    contact.seal(**sealed)
    contact.email_hash, contact.locale = digest, locale
    contact.domain_matches = domain_matches(email=speaker.email, website=endorser.website)
    contact.save()
    return contact


@transaction.atomic
def forget_contact(*, endorser: Endorser) -> None:
    """Keep nobody who speaks for ``endorser``; whoever has not confirmed stays until they do."""
    Contact.objects.filter(endorser=endorser).exclude(state=Contact.State.PENDING).delete()
