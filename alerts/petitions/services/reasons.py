"""What staff decide about the reasons that signers give: none is public before."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log

from alerts.supporters.hashing import fingerprint
from alerts.supporters.links import holds_link

from ..display import opened, shown_signatures
from ..errors import ReasonGone, ReasonHasLink
from ..models import Petition, Signature

State = Signature.ReasonState


def review_of(reason: str) -> str:
    """Where a reason begins: it waits until staff have read it."""
    return State.WAITING if reason else State.NONE


def reading_of(reason: str) -> UUID:
    """What tells whether the reason that was read is still the one that is there."""
    return fingerprint("altavoz.petitions.reason", reason)


def reasons_to_review(petition: Petition, state: str) -> QuerySet[Signature]:
    """Those of counted signers who agreed to be shown, as they came; the others are private."""
    found = shown_signatures(petition).filter(reason_state=state)
    return found.order_by("signed_at", "pk")


@transaction.atomic
def show_reason(
    *, petition: Petition, signature_id: UUID, reading: UUID, locale: str, by: Any
) -> None:
    """Let the public read a reason, which is in the language ``locale`` (``und``: none of ours).

    ``reading`` is :func:`reading_of` what was read. Raises :class:`ReasonGone`, also where it reads
    otherwise by now, and :class:`ReasonHasLink`.
    """
    signature = _locked(petition, signature_id)
    reason = next((told["reason"] for _row, told in opened([signature], holding="reason")), "")
    if reading_of(reason) != reading:
        raise ReasonGone(str(signature_id))
    if holds_link(reason):
        raise ReasonHasLink(str(signature_id))
    signature.reason_locale = locale
    _decide(signature, State.SHOWN, by)


@transaction.atomic
def refuse_reason(*, petition: Petition, signature_id: UUID, by: Any) -> None:
    """Keep a reason from the public, or take it back; raises :class:`ReasonGone`."""
    _decide(_locked(petition, signature_id), State.REFUSED, by)


def _locked(petition: Petition, signature_id: UUID) -> Signature:
    held = shown_signatures(petition).select_for_update().exclude(reason_state=State.NONE)
    signature = held.filter(pk=signature_id).first()
    if signature is None:
        raise ReasonGone(str(signature_id))
    return signature


def _decide(signature: Signature, state: str, by: Any) -> None:
    """Write what was decided, and who did it, without a word of the reason."""
    signature.reason_state = state
    signature.save(update_fields=["reason_state", "reason_locale"])
    log(
        instance=signature.petition,
        action=f"petitions.reason_{state}",
        user=by,
        data={"signature": str(signature.pk)},
    )
