"""The links by which contacts reach their own entries: signed, dated and nobody else's."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac

from alerts.supporters.addresses import act_url
from alerts.supporters.confirmation import BadToken, StaleToken

from .models import Contact

SALT = "altavoz.entry"
ENTRY_DAYS = 30


def entry_token(contact: Contact) -> str:
    """A token for the entry of ``contact``; it tells nothing of the person or the address."""
    return _signer().sign(f"{contact.pk.hex}~{_mark(contact)}")


def entry_url(contact: Contact) -> str:
    """Where ``contact`` can see, correct and withdraw the entry, in the contact's language."""
    with translation.override(contact.locale or settings.LANGUAGE_CODE):
        return f"{settings.BASE_URL}{act_url('entry', entry_token(contact))}"


def read_entry(token: str) -> Contact:
    """The contact a token was made out for.

    Raises ``BadToken``, or ``StaleToken`` after ``ENTRY_DAYS`` and as soon as the contact is gone,
    or is reached at another address.
    """
    try:
        signed = _signer().unsign(token, max_age=timedelta(days=ENTRY_DAYS))
        row, _, mark = signed.partition("~")
        found = _confirmed(UUID(hex=row))
    except signing.SignatureExpired:
        raise StaleToken from None
    except (signing.BadSignature, ValueError):
        raise BadToken from None
    if found is None or not constant_time_compare(mark, _mark(found)):
        raise StaleToken
    return found


def _confirmed(pk: UUID) -> Contact | None:
    contacts = Contact.objects.exclude(state=Contact.State.PENDING)
    return contacts.select_related("endorser", "version").filter(pk=pk).first()


def _mark(contact: Contact) -> str:
    """Changes with the contact's address."""
    return salted_hmac(SALT, f"{contact.pk.hex}{contact.email_hash}").hexdigest()[:16]


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(sep=".", salt=SALT)
