"""What a signature is: pending until it is settled, and changed by staff or its signer after."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from alerts.supporters.services import confirm_consents

from .duplicates import free_slot, locked_siblings, standing_for
from .erasing import erase_pending
from .errors import Anonymised, NeverConfirmed, StateChanged
from .forgetting import forget
from .holding import reason_to_hold, reason_to_hold_unconfirmed
from .models import Signature, TallyEntry


@transaction.atomic
def confirm_signature(*, signature_id: UUID) -> Signature:
    """Settle a pending signature by its signer's word, and put in force the consents beside it.

    It counts, or is held where it tripped a limit. Of an address the first that is confirmed
    settles it, or the first of each of two names where the petition takes a second signer: whatever
    else waits for it is erased. Where another speaks for this signer, that one is returned as it
    is, and this one is erased. Who signed while the petition was open counts, also when it was
    closed, paused or archived before they confirmed. Raises ``Signature.DoesNotExist``.
    """
    standing, is_new = _settle(signature_id, confirmed_at=timezone.now())
    if is_new:
        confirm_consents(act=standing.pk)
    return standing


@transaction.atomic
def settle_unconfirmed(*, signature_id: UUID) -> Signature:
    """Settle a pending signature that its petition does not ask to confirm.

    Like :func:`confirm_signature`, but nobody has shown to read the address: no time of
    confirming is noted, consents stay without force, and where the address refused mail about the
    petition it is held.
    """
    standing, _is_new = _settle(signature_id)
    return standing


@transaction.atomic
def change_state(
    *, signature_id: UUID, to: Signature.State, was: Signature.State | None = None
) -> Signature:
    """Hold, invalidate, withdraw, restore or anonymise a signature, and count accordingly.

    Anonymising forgets for good who signed, and counts no more; consents stay, each is taken back
    by itself. Raises :class:`NeverConfirmed` and :class:`Anonymised` for signatures that cannot be
    changed, and :class:`StateChanged` for one that is not what it ``was`` any more.
    """
    signature = _one_of(locked_siblings(signature_id), signature_id)
    if was is not None and signature.state != was:
        raise StateChanged(f"{signature} is {signature.state}.")
    if signature.is_pending or to == Signature.State.PENDING:
        raise NeverConfirmed(f"{signature} was never confirmed.")
    if signature.state == Signature.State.ANONYMISED:
        raise Anonymised(f"{signature} is anonymised.")
    if to == Signature.State.ANONYMISED:
        forget(signature)
    _move(signature, to)
    return signature


def _settle(
    signature_id: UUID, confirmed_at: datetime.datetime | None = None
) -> tuple[Signature, bool]:
    """The signature that speaks for this signer now, and whether it is this one, just settled."""
    states = Signature.State
    held = locked_siblings(signature_id)
    signature = _one_of(held, signature_id)
    standing = standing_for(signature, held)
    if standing is None:
        signature.slot = free_slot(held)
        signature.confirmed_at = confirmed_at
        to_hold = reason_to_hold if confirmed_at else reason_to_hold_unconfirmed
        signature.held_for = to_hold(signature)
        _move(signature, states.HELD if signature.held_for else states.COUNTED)
    erase_pending([row.pk for row in held if row.is_pending and standing_for(row, held)])
    return standing or signature, standing is None


def _one_of(held: list[Signature], signature_id: UUID) -> Signature:
    for signature in held:
        if signature.pk == signature_id:
            return signature
    raise Signature.DoesNotExist


def _move(signature: Signature, to: Signature.State) -> None:
    """Give ``signature``, which is locked, the state ``to`` and tell the tally."""
    counted = Signature.State.COUNTED
    delta = (to == counted) - (signature.state == counted)
    signature.state = to
    signature.fingerprint = None
    if to == counted and signature.counted_at is None:
        signature.counted_at = timezone.now()
    signature.save()
    if delta:
        TallyEntry.objects.create(
            petition_id=signature.petition_id,
            locale=signature.locale,
            region=signature.region,
            delta=delta,
        )
