"""New hashes for signatures: those that turn out to be of one address are settled like any others.

That happens where an address has signed under two keys, or in two spellings that a newer rule
knows to be one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from wagtail.log_actions import log

from alerts.supporters.models import Consent
from alerts.supporters.rotation import take_hashes
from alerts.supporters.sealing import SealBroken
from alerts.supporters.services import withdraw_consents

from .duplicates import SLOTS, locked_siblings
from .models import Signature
from .services.leaving import leave

MERGED = "petitions.merge"
State = Signature.State
# Who counts goes before who does not.
RANK = (State.COUNTED, State.HELD, State.INVALIDATED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Claim:
    """A signature and the hashes it should have; what it has, where no key opens it."""

    row: Signature
    email_hash: str
    name_hash: str
    opens: bool

    @property
    def is_stale(self) -> bool:
        """Whether it is yet to come under the hash of its address."""
        return bool(self.row.email_hash != self.email_hash)

    def may_stand_beside(self, other: "Claim") -> bool:
        """Whether both count: they did under one hash before, or are two where that is meant."""
        together = self.row.email_hash == other.row.email_hash
        differ = self.name_hash != other.name_hash
        return together or (differ and bool(self.row.petition.takes_second))


@transaction.atomic
def rehash(signature_id: UUID) -> int:
    """Hash anew the signatures of one address under one petition; returns how many it withdrew.

    Those that count stay before those that do not, and earlier ones before later ones. A second
    signer stays where the petition takes one, or where both had settled under one hash before. Of
    the others the signers are forgotten and the consents withdrawn; the petition's history has the
    number. What no key opens stays as it is.
    """
    try:
        claims = [_claim(row) for row in locked_siblings(signature_id)]
    except Signature.DoesNotExist:
        return 0
    settled = [claim for claim in claims if not claim.row.is_pending]
    staying = _staying(settled)
    doubles = [claim.row for claim in settled if claim not in staying]
    if doubles:
        _withdraw(doubles)
    _place(staying)
    _take_hashes(claim.row for claim in claims if claim.opens and claim.row not in doubles)
    return len(doubles)


def _claim(row: Signature) -> Claim:
    try:
        fresh = row.hashes()
    except SealBroken:
        return Claim(row, row.email_hash, row.name_hash, opens=False)
    hashes = {"email_hash": row.email_hash, "name_hash": row.name_hash, **fresh}
    return Claim(row, hashes["email_hash"], hashes["name_hash"], opens=True)


def _staying(settled: list[Claim]) -> list[Claim]:
    staying = [claim for claim in settled if not claim.opens]
    for claim in sorted(settled, key=_rank):
        has_room = claim.opens and len(staying) < len(SLOTS)
        if has_room and all(claim.may_stand_beside(other) for other in staying):
            staying.append(claim)
    return staying


def _rank(claim: Claim) -> tuple[object, ...]:
    row = claim.row
    return RANK.index(State(row.state)), row.confirmed_at is None, row.signed_at, row.pk


def _withdraw(doubles: list[Signature]) -> None:
    ids = [row.pk for row in doubles]
    leave(ids)
    withdraw_consents(Consent.objects.filter(act__in=ids))
    log(instance=doubles[0].petition, action=MERGED, data={"number": len(ids)})


def _place(staying: list[Claim]) -> None:
    """Give each a place of its own; those that are under the hash already keep theirs."""
    taken: set[int] = set()
    for claim in sorted(staying, key=lambda claim: claim.is_stale):
        if claim.row.slot in taken:
            claim.row.slot = min(SLOTS - taken)
        taken.add(claim.row.slot)


def _take_hashes(rows: Iterable[Signature]) -> None:
    for row in rows:
        take_hashes(row, "slot")
