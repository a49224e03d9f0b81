"""Writing down who speaks for an endorser, and ending what waits of them when that changes."""

from collections.abc import Iterable
from dataclasses import asdict

from alerts.supporters.hashing import email_hash
from alerts.supporters.services import erase_consents

from ..domains import domain_matches_for
from ..facts import Speaker
from ..mails import WAITING
from ..models import Contact, Correction


def write_speaker(contact: Contact, speaker: Speaker, *, locale: str) -> bool:
    """Put ``speaker`` into ``contact``, which is not stored by this.

    Staff answer for an address that is new: it counts as good, and mail that waits for whoever had
    the old one is dropped. Returns whether it is new, so that ``end_conversations`` is due.
    """
    sealed = contact.unseal() if contact.sealed else {}
    digest = email_hash(speaker.email)
    moves = contact.email_hash != digest
    if moves:
        sealed = {name: text for name, text in sealed.items() if name not in WAITING}
        contact.state, contact.confirmed_at = Contact.State.ENTERED, None
        contact.fingerprint = None
    contact.seal(**sealed | asdict(speaker))
    contact.email_hash, contact.locale = digest, locale
    contact.domain_matches = domain_matches_for(contact.endorser, speaker.email)
    return moves


def end_conversations(contacts: Iterable[Contact]) -> None:
    """Forget what these contacts asked to have changed, and consents given by them.

    To be called where a contact goes, or its address becomes that of somebody else.
    """
    contacts = list(contacts)
    Correction.objects.filter(endorser__in=[one.endorser_id for one in contacts]).delete()
    erase_consents(acts=[contact.pk for contact in contacts])
