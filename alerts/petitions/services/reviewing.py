"""Deciding about signatures that are held: they count, or they are invalid."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wagtail.log_actions import log

from ..errors import Anonymised, NeverConfirmed, StateChanged
from ..models import Petition, Signature
from ..settling import change_state

REVIEWED = "petitions.review_held"
State = Signature.State


def review_held(*, petition: Petition, signature_ids: Iterable[UUID], to: State, by: Any) -> int:
    """Count or invalidate those of ``signature_ids`` that are held, and log which, by their keys.

    Each is a transaction of its own. Who has withdrawn meanwhile, or was decided on, stays so.
    """
    held = petition.signatures.filter(pk__in=list(signature_ids), state=State.HELD)
    keys = list(held.order_by("pk").values_list("pk", flat=True))
    done = [str(pk) for pk in keys if _decide(pk, to)]
    if done:
        told = {"to": to, "number": len(done), "signatures": done}
        log(instance=petition, action=REVIEWED, user=by, data=told)
    return len(done)


def _decide(signature: UUID, to: State) -> bool:
    try:
        change_state(signature_id=signature, to=to, was=State.HELD)
    except (Signature.DoesNotExist, NeverConfirmed, Anonymised, StateChanged):
        return False
    return True
