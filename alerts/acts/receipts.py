"""Receipts of a signature: they lead to its thank-you page, and are alike for everybody."""

from uuid import UUID

from alerts.petitions.models import PublishedPetition, Signature
from alerts.supporters.confirmation import BadToken, read_receipt, receipt_token

COUNTED, HELD = Signature.State.COUNTED, Signature.State.HELD


def signing_receipt(words: PublishedPetition, signature_id: UUID) -> str:
    """For who has just signed; nobody learns whether the address had signed before."""
    return _receipt(words.pk, "mail" if words.petition.confirms else "added", signature_id)


def resending_receipt(receipt: dict[str, str]) -> str:
    """For who asked for the mail once more."""
    return receipt_token(**{**receipt, "step": "again"})


def settled_receipt(signature: Signature) -> str:
    """For who has confirmed; one that is held for review is told like one that counts."""
    step = "confirmed" if signature.state in {COUNTED, HELD} else "kept"
    return _receipt(signature.version_id, step, signature.pk)


def signature_in(token: str) -> tuple[UUID, dict[str, str]]:
    """The signature that a receipt was made out for, with all its facts; raises ``BadToken``."""
    receipt = read_receipt(token, kind="petition")
    if "act" not in receipt:
        raise BadToken
    return UUID(hex=receipt["act"]), receipt


def _receipt(version: int, step: str, signature_id: UUID) -> str:
    return receipt_token(kind="petition", version=version, step=step, act=signature_id.hex)
