"""Keyed hashes: equality of addresses and of submits without keeping what is readable."""

import base64
import hashlib
import hmac
import unicodedata
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac


def canonical_email(address: str) -> str:
    """The one spelling under which ``address`` is compared.

    Case never tells two people apart in practice, and a domain is the same in Unicode and in
    Punycode. Dots and ``+tags`` are kept: some providers give them to different people.
    """
    local, _, domain = unicodedata.normalize("NFC", address.strip()).casefold().rpartition("@")
    return f"{local}@{_ascii_domain(domain)}"


def email_hash(address: str) -> str:
    """64 hexadecimal digits, equal for equal addresses and meaningless without ``HASH_KEY``."""
    key = base64.urlsafe_b64decode(settings.HASH_KEY)
    return hmac.new(key, canonical_email(address).encode(), hashlib.sha256).hexdigest()


def fingerprint(purpose: str, *submitted: object) -> UUID:
    """Equal for equal submits to one ``purpose``, and meaningless without ``HASH_KEY``."""
    keyed = salted_hmac(purpose, repr(submitted), secret=settings.HASH_KEY, algorithm="sha256")
    return UUID(bytes=keyed.digest()[:16])


def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return domain
