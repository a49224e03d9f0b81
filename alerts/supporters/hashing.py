"""Keyed hashes: equality of addresses and of submits without keeping what is readable."""

import base64
import hashlib
import hmac
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from .canonical import canonical_email, canonical_name, known_spellings


def email_hash(address: str) -> str:
    """64 hexadecimal digits, equal for equal addresses and meaningless without ``HASH_KEY``."""
    return known_hashes(address)[0]


def known_hashes(address: str) -> list[str]:
    """The hash of ``address``, then those under ``OLD_HASH_KEYS`` and by the rule before."""
    return [known for spelling in known_spellings(address) for known in _keyed(spelling)]


def name_hash(name: str, address: str) -> str:
    """64 hexadecimal digits, equal for equal names of those who share ``address``.

    The address is in it, so that the hashes do not tell which names many people have.
    """
    return known_name_hashes(name, address)[0]


def known_name_hashes(name: str, address: str) -> list[str]:
    """The one of :func:`name_hash`, then those under each of ``OLD_HASH_KEYS``."""
    return _keyed(f"{canonical_email(address)}\n{canonical_name(name)}")


def fingerprint(purpose: str, *submitted: object) -> UUID:
    """Equal for equal submits to one ``purpose``, and meaningless without ``HASH_KEY``."""
    keyed = salted_hmac(purpose, repr(submitted), secret=settings.HASH_KEY, algorithm="sha256")
    return UUID(bytes=keyed.digest()[:16])


def _keyed(said: str) -> list[str]:
    keys = (settings.HASH_KEY, *settings.OLD_HASH_KEYS)
    secrets = [base64.urlsafe_b64decode(key) for key in keys]
    return [hmac.new(secret, said.encode(), hashlib.sha256).hexdigest() for secret in secrets]
