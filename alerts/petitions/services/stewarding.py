"""What staff do with one signature when its signer asks for it; each is logged."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from wagtail.log_actions import log

from ..models import Signature, TallyEntry
from .reasons import review_of


@transaction.atomic
def correct_signature(
    *, signature_id: UUID, said: Mapping[str, str], country: str, region: str, by: Any
) -> Signature:
    """Write down what the signer says was wrong; the address stays, since it was confirmed.

    ``said`` has fields that are sealed, with nothing in those that are empty now. The count of
    places follows. Another reason waits for review again. Raises ``SealBroken``, and
    ``Signature.DoesNotExist``, also for one whose signer is forgotten.
    """
    signature = Signature.objects.select_for_update().exclude(email_hash="").get(pk=signature_id)
    before = signature.unseal()
    after = {name: text for name, text in {**before, **said}.items() if text}
    if after.get("reason") != before.get("reason"):
        signature.reason_state = review_of(after.get("reason", ""))
    signature.seal(**after)
    _move_to(signature, region)
    signature.country = country
    for name, value in signature.hashes().items():
        setattr(signature, name, value)
    signature.save()
    log(instance=signature, action="supporters.correct", user=by)
    return signature


def _move_to(signature: Signature, region: str) -> None:
    """Let ``signature`` be of another state, and tell the tallies of both if it counts."""
    old, signature.region = signature.region, region
    if signature.state != Signature.State.COUNTED or old == region:
        return
    place = {"petition_id": signature.petition_id, "locale": signature.locale}
    TallyEntry.objects.bulk_create(
        [
            TallyEntry(**place, region=old, delta=-1),
            TallyEntry(**place, region=region, delta=1),
        ]
    )
