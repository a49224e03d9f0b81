"""Forgetting what was typed for an address whose owner has not confirmed it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from alerts.supporters.services import erase_consents

from .models import Signature

AT_ONCE = 200
GRACE = timedelta(days=1)


@transaction.atomic
def erase_pending(signatures: Iterable[UUID]) -> int:
    """Erase those of ``signatures`` that are pending, with the consents given beside them."""
    pending = Signature.objects.filter(pk__in=signatures, state=Signature.State.PENDING)
    held = list(pending.select_for_update().order_by("pk").values_list("pk", flat=True))
    erase_consents(acts=held)
    Signature.objects.filter(pk__in=held).delete()
    return len(held)


def erase_unconfirmed() -> int:
    """Erase, from time to time, pending signatures whose links have stopped working.

    Those are older than ``CONFIRMATION_DAYS`` and a day, counted from the last mail, or from the
    signing where no mail could be sent. Returns how many were erased.
    """
    erased = 0
    while batch := erase_pending(_lapsed()):
        erased += batch
    return erased


def _lapsed() -> list[UUID]:
    over = timezone.now() - timedelta(days=settings.CONFIRMATION_DAYS) - GRACE
    old = Q(last_mail_at__lte=over) | Q(last_mail_at=None, signed_at__lte=over)
    pending = Signature.objects.filter(old, state=Signature.State.PENDING)
    return list(pending.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
