"""Which contacts of a list are news to the register. No sentence here tells what they are."""

from django.conf import settings
from django.utils.translation import gettext as _

from alerts.supporters.hashing import email_hash

from ..facts import Speaker
from ..models import Contact
from .plans import Item, Outcome


def compare_contacts(items: list[Item]) -> None:
    """Keep of the contacts only those that are news; none that confirmed by mail is replaced."""
    named = [item for item in items if item.contact and item.endorser]
    kept = Contact.objects.filter(endorser__in=[item.endorser for item in named])
    by_endorser = {contact.endorser_id: contact for contact in kept}
    for item in named:
        _compare(item, by_endorser.get(item.endorser.pk) if item.endorser else None)
        if item.contact and item.outcome == Outcome.SKIPPED:
            item.outcome = Outcome.CHANGED


def locale_of(given: dict[str, str]) -> str:
    """The language to write to a contact in."""
    return given.get("contact_language") or settings.LANGUAGE_CODE


def speaker_of(given: dict[str, str]) -> Speaker:
    """Who the list says speaks."""
    name, role, email = (given.get(f"contact_{part}", "") for part in ("name", "role", "email"))
    return Speaker(name=name, role=role, email=email)


def _compare(item: Item, contact: Contact | None) -> None:
    if contact is None:
        item.hints.append(_("Its contact is new."))
    elif _says(contact, item.contact):
        item.contact = {}
    elif contact.state != Contact.State.ENTERED:
        item.contact = {}
        item.hints.append(_("It has a contact of its own already, who stays."))
    else:
        item.replaces_contact = True
        item.hints.append(_("Its contact changes."))


def _says(contact: Contact, given: dict[str, str]) -> bool:
    """Whether a contact is known just so; what the list has no column for may be anything."""
    if contact.email_hash != email_hash(given["contact_email"]):
        return False
    sealed = contact.unseal()
    told = {field: given.get(f"contact_{field}") or sealed.get(field) for field in ("name", "role")}
    locale = given.get("contact_language") or contact.locale
    return locale == contact.locale and all(sealed.get(name) == told[name] for name in told)
