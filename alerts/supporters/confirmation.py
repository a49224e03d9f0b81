"""Tokens: confirmation links for the mail, receipts for the thank-you page."""

import base64
import secrets
from datetime import timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.core import signing
from django.utils import translation

from .addresses import act_url
from .sealing import SealBroken, seal, unseal

SALT = "altavoz.confirmation"
UUID_BYTES = 16
# Keeps receipts apart from sealed rows: a row's id and blob put together are no receipt.
RECEIPTS = UUID("6f1f3a52-6f0c-5d0e-9a55-6a1b7d2b8c11")


class TokenError(Exception):
    """A token that opens nothing."""


class StaleToken(TokenError):  # noqa: N818 - says what the token is
    """A token that was good and has outlived ``CONFIRMATION_DAYS``."""


class BadToken(TokenError):  # noqa: N818 - says what the token is
    """A token that this site never issued, or that was cut or altered on its way."""


def confirmation_token(kind: str, row: UUID) -> str:
    """A signed, dated token for the act ``row`` of a ``kind`` such as ``signature``."""
    return _signer().sign(f"{kind}~{row.hex}")


def read_confirmation(token: str) -> tuple[str, UUID]:
    """The kind and row of a token; raises :class:`StaleToken` or :class:`BadToken`."""
    age = timedelta(days=settings.CONFIRMATION_DAYS)
    try:
        kind, _, row = _signer().unsign(token, max_age=age).partition("~")
        return kind, UUID(hex=row)
    except signing.SignatureExpired:
        raise StaleToken from None
    except (signing.BadSignature, ValueError):
        raise BadToken from None


def confirmation_url(kind: str, row: UUID, locale: str) -> str:
    """The address of the page where the act is confirmed, in the language ``locale``."""
    with translation.override(locale):
        path = act_url("confirm", confirmation_token(kind, row))
    return f"{settings.BASE_URL}{path}"


def receipt_token(**facts: str | int) -> str:
    """An opaque token for a thank-you page: never the same twice, unreadable outside this site.

    ``facts`` name what was acted on, never who acted; they come back as text. One of them may be
    the ``kind`` of page that the receipt is for, another the id of an act, of which only who did
    it has the receipt.
    """
    nonce = secrets.token_bytes(UUID_BYTES)
    sealed = seal({name: str(fact) for name, fact in facts.items()}, row=_receipt_row(nonce))
    return base64.urlsafe_b64encode(nonce + sealed).decode().rstrip("=")


def read_receipt(token: str, *, kind: str | None = None) -> dict[str, str]:
    """The facts of a receipt; raises :class:`BadToken`, also for a receipt of another ``kind``."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        facts = unseal(raw[UUID_BYTES:], row=_receipt_row(raw[:UUID_BYTES]))
    except (SealBroken, ValueError):
        raise BadToken from None
    if kind is not None and facts.get("kind") != kind:
        raise BadToken
    return facts


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(sep=".", salt=SALT)


def _receipt_row(nonce: bytes) -> UUID:
    return uuid5(RECEIPTS, nonce.hex())
