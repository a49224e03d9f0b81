"""Who signed before: one person for each address, or two of different names where that is meant."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from alerts.supporters.hashing import known_name_hashes
from alerts.supporters.sealing import SealBroken

from .models import Signature

SLOTS = frozenset({1, 2})
# What a signer has not taken back and staff have not made invalid.
STANDING = frozenset({Signature.State.COUNTED.value, Signature.State.HELD.value})


def locked_siblings(signature_id: UUID) -> list[Signature]:
    """The signatures of one address under one petition, locked in the same order by everybody.

    ``signature_id`` is among them unless it was erased meanwhile. Raises
    ``Signature.DoesNotExist``.
    """
    signature = Signature.objects.select_related("version").get(pk=signature_id)
    rows = signature.of_same_address().select_related("petition")
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def lock_siblings(signatures: Collection[UUID]) -> None:
    """Lock what :func:`locked_siblings` would of each of ``signatures``, all in that order.

    Who changes several locks all before the first change: one after the other, or those that wait
    before those that count, could end with two transactions that wait for each other.
    """
    rows = list(Signature.objects.filter(pk__in=signatures).select_related("version"))
    same = Q(
        email_hash__in={known for row in rows for known in row.known_hashes() if known},
        petition__in={row.petition_id for row in rows},
    )
    siblings = Signature.objects.filter(same | Q(pk__in=signatures)).order_by("pk")
    list(siblings.select_for_update().values_list("pk"))


def standing_for(signature: Signature, rows: Iterable[Signature]) -> Signature | None:
    """The signature that already speaks for the signer of ``signature``, if any of ``rows`` does.

    ``rows`` are of the same address and petition; one that is not pending speaks for itself.
    """
    if not signature.is_pending:
        return signature
    settled = sorted((row for row in rows if not row.is_pending), key=lambda row: row.slot)
    own = [row for row in settled if row.name_hash in _names_of(signature)]
    has_room = signature.petition.takes_second and len(settled) < len(SLOTS)
    return next(iter(own if has_room else [*own, *settled]), None)


def free_slot(rows: Iterable[Signature]) -> int:
    """The first place that none of ``rows`` has settled on; there must be one."""
    return min(SLOTS - {row.slot for row in rows if not row.is_pending})


def _names_of(signature: Signature) -> Collection[str]:
    """The hash of its name, and while the hash key is changed those under the other keys."""
    if not settings.OLD_HASH_KEYS:
        return {signature.name_hash}
    try:
        sealed = signature.unseal()
    except SealBroken:
        return {signature.name_hash}
    return {signature.name_hash, *known_name_hashes(sealed["name"], sealed["email"])}
