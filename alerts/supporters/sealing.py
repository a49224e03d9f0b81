"""Sealing: personal data as one encrypted blob per row, which opens for that row alone.

A blob is the id of its key (8 bytes), a nonce (12 bytes) and AES-GCM's ciphertext of a JSON object.
The row's UUID is authenticated with it: a blob moved to another row does not open.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

KEY_ID_BYTES = 8
NONCE_BYTES = 12


class SealBroken(Exception):  # noqa: N818 - the field's word for it; it names what happened
    """A blob that none of the keys opens for its row: moved, altered, cut or sealed elsewhere."""


def seal(fields: Mapping[str, str], *, row: UUID) -> bytes:
    """Encrypt ``fields`` for ``row`` with the first of ``SEAL_KEYS``."""
    key = _keys()[0]
    head = _key_id(key)
    nonce = secrets.token_bytes(NONCE_BYTES)
    text = json.dumps(dict(fields), ensure_ascii=False, separators=(",", ":")).encode()
    return head + nonce + AESGCM(key).encrypt(nonce, text, head + row.bytes)


def unseal(blob: bytes | memoryview, *, row: UUID) -> dict[str, str]:
    """Open what :func:`seal` closed for the same ``row``; raises :class:`SealBroken`."""
    head, rest = bytes(blob[:KEY_ID_BYTES]), bytes(blob[KEY_ID_BYTES:])
    nonce, closed = rest[:NONCE_BYTES], rest[NONCE_BYTES:]
    key = next((key for key in _keys() if _key_id(key) == head), None)
    if key is None:
        raise SealBroken("The key that sealed this row is not among SEAL_KEYS.")
    try:
        text = AESGCM(key).decrypt(nonce, closed, head + row.bytes)
    except (InvalidTag, ValueError):
        raise SealBroken("This blob was not sealed for this row.") from None
    fields: dict[str, str] = json.loads(text)
    return fields


def is_newest(blob: bytes | memoryview) -> bool:
    """Whether ``blob`` was sealed with the first of ``SEAL_KEYS``, so that it needs no other."""
    return bytes(blob[:KEY_ID_BYTES]) == _key_id(_keys()[0])


def _keys() -> list[bytes]:
    return [base64.urlsafe_b64decode(key) for key in settings.SEAL_KEYS]


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"altavoz seal key id:" + key).digest()[:KEY_ID_BYTES]
