"""Forgetting what was typed for an address whose owner has not confirmed it."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from alerts.supporters.services import erase_consents

from .models import Signature


@transaction.atomic
def erase_pending(signatures: Iterable[UUID]) -> int:
    """Erase those of ``signatures`` that are pending, with the consents given beside them."""
    pending = Signature.objects.filter(pk__in=signatures, state=Signature.State.PENDING)
    held = list(pending.select_for_update().order_by("pk").values_list("pk", flat=True))
    erase_consents(acts=held)
    Signature.objects.filter(pk__in=held).delete()
    return len(held)
