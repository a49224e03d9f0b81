"""Taking a signature back, by its signer or by staff whom the signer asked."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from ..duplicates import lock_siblings
from ..erasing import erase_pending
from ..forgetting import forget
from ..models import Signature
from ..settling import change_state


@transaction.atomic
def leave(signatures: Iterable[UUID]) -> None:
    """Withdraw ``signatures`` and forget who signed; those that are pending are erased.

    The count falls by those that counted. Doing it again changes nothing.
    """
    ids = list(signatures)
    lock_siblings(ids)
    erase_pending(ids)
    known = Signature.objects.filter(pk__in=ids).exclude(state=Signature.State.ANONYMISED)
    for pk in list(known.order_by("pk").values_list("pk", flat=True)):
        withdrawn = change_state(signature_id=pk, to=Signature.State.WITHDRAWN)
        forget(withdrawn)
        withdrawn.save()
