"""Addresses as they were hashed before: with another key, or by another rule."""

import base64
import hashlib
import hmac

from pytest_django import Settings

NEW_KEY = base64.urlsafe_b64encode(b"n" * 32).decode()


def new_hash_key(settings: Settings) -> str:
    """Hash with another key from now on, and look under the old one too; returns the old one."""
    old = str(settings.HASH_KEY)
    settings.HASH_KEY, settings.OLD_HASH_KEYS = NEW_KEY, [old]
    return old


def hashed_as_typed(address: str, key: str) -> str:
    """The hash of ``address`` before anything was known of its provider."""
    secret = base64.urlsafe_b64decode(key)
    return hmac.new(secret, address.encode(), hashlib.sha256).hexdigest()
