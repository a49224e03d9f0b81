"""Signing, confirming and everything else that changes what a signature is."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from alerts.supporters.asks.consent import keep_consent
from alerts.supporters.asks.words import current_words
from alerts.supporters.hashing import email_hash
from alerts.supporters.services import confirm_consents

from .. import tasks
from ..errors import NeverConfirmed, PetitionClosed
from ..models import PublishedPetition, Signature, TallyEntry


@transaction.atomic
def sign(
    *,
    version: PublishedPetition,
    name: str,
    email: str,
    zip_code: str,
    region: str,
    consents: bool = False,
    source: str = "",
) -> None:
    """Keep a pending signature under ``version`` and queue the mail that asks to confirm it.

    An address that has signed before takes the same steps and gets the same answer: nothing tells
    the two apart. ``consents`` says whether the box beside the version's consent text was ticked,
    on the page ``source`` (the petition's own where not given).
    Raises :class:`PetitionClosed` or ``WordsChanged``.
    """
    newest = current_words(version, closed=PetitionClosed)
    signature = Signature(
        petition=newest.petition,
        version=newest,
        email_hash=email_hash(email),
        locale=newest.locale,
        region=region,
    )
    signature.seal(name=name, email=email, zip=zip_code)
    kept = _insert_or_find(signature)
    if consents:
        keep_consent(act=kept, version=newest, email=email, source=source)
    tasks.mail_confirmation.enqueue(str(kept))


@transaction.atomic
def confirm_signature(*, signature_id: UUID) -> Signature:
    """Count a pending signature, once, and put in force the consents given with it.

    Any other signature is returned as it is. Raises ``Signature.DoesNotExist``.
    """
    signature = _locked(signature_id)
    if signature.state == Signature.State.PENDING:
        signature.confirmed_at = timezone.now()
        _move(signature, Signature.State.COUNTED)
        confirm_consents(act=signature.pk)
    return signature


@transaction.atomic
def change_state(*, signature_id: UUID, to: Signature.State) -> Signature:
    """Hold, invalidate, withdraw, anonymise or restore a signature, and count accordingly.

    Raises :class:`NeverConfirmed` when one that nobody confirmed is to count.
    """
    signature = _locked(signature_id)
    if to == Signature.State.COUNTED and signature.confirmed_at is None:
        raise NeverConfirmed(f"{signature} was never confirmed.")
    _move(signature, to)
    return signature


def _insert_or_find(signature: Signature) -> UUID:
    Signature.objects.bulk_create([signature], ignore_conflicts=True)
    return Signature.objects.values_list("pk", flat=True).get(
        petition=signature.petition_id, email_hash=signature.email_hash
    )


def _locked(signature_id: UUID) -> Signature:
    return Signature.objects.select_for_update().get(pk=signature_id)


def _move(signature: Signature, to: Signature.State) -> None:
    """Give ``signature``, which is locked, the state ``to`` and tell the tally."""
    counted = Signature.State.COUNTED
    delta = (to == counted) - (signature.state == counted)
    signature.state = to
    signature.save(update_fields=["state", "confirmed_at"])
    if delta:
        TallyEntry.objects.create(
            petition_id=signature.petition_id,
            locale=signature.locale,
            region=signature.region,
            delta=delta,
        )
