"""Hearing no more: links that never grow old, and what they do."""

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils import translation

from alerts.supporters.addresses import act_url
from alerts.supporters.confirmation import BadToken

from ..models import Signature

SALT = "altavoz.unsubscribe"
# The row of no signature, for mails that nobody subscribed to: its link works and changes nothing.
NOBODY = UUID(int=0)


def unsubscribe_url(signature_id: UUID, locale: str) -> str:
    """Where the news of one petition end for the signer's address, in the language ``locale``."""
    with translation.override(locale):
        path = act_url("unsubscribe", _signer().sign(signature_id.hex))
    return f"{settings.BASE_URL}{path}"


def read_unsubscribe(token: str) -> UUID:
    """The signature that a link was made for; raises :class:`BadToken`. It may be gone by now."""
    try:
        return UUID(hex=_signer().unsign(token))
    except (signing.BadSignature, ValueError):
        raise BadToken from None


def unsubscribe(*, signature_id: UUID) -> None:
    """Mail no more news of the petition to the signature's address, whoever signed with it.

    Doing so again changes nothing, nor does it for a signature that was erased.
    """
    signature = Signature.objects.select_related("version").filter(pk=signature_id).first()
    if signature is not None:
        signature.of_same_address().filter(wants_news=True).update(wants_news=False)


def _signer() -> signing.Signer:
    return signing.Signer(sep=".", salt=SALT)
