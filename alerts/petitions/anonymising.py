"""Forgetting who signed a petition, some months after it has ended. Every number stays."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Q, When
from django.utils import timezone

from alerts.supporters.services import part_consents

from .forgetting import FORGOTTEN
from .models import Petition, Signature

AT_ONCE = 500
State = Petition.State


def anonymise_ended() -> int:
    """Forget, from time to time, the signers of petitions that ended long enough ago.

    That is ``ANONYMISE_AFTER_DAYS``. What they allowed organisations stays in force, and tells no
    more what it was given with. A run that dies is taken up by the next one. Returns how many
    signers were forgotten.
    """
    note_endings()
    over = timezone.now() - timedelta(days=settings.ANONYMISE_AFTER_DAYS)
    ended = Petition.objects.filter(ended_at__lte=over, anonymised_at=None)
    return sum(_anonymise(petition) for petition in list(ended.order_by("pk")))


def note_endings() -> None:
    """Note when petitions ended: at their deadline, else when this is first seen.

    A petition that was opened again has not ended.
    """
    now = timezone.now()
    overdue = Q(closes_at__lte=now)
    over = Q(state__in=(State.CLOSED, State.DELIVERED, State.WON))
    ended = over | Q(archived_at__isnull=False) | overdue & Q(state__in=(State.OPEN, State.PAUSED))
    at = Case(When(overdue, then=F("closes_at")), default=now)
    Petition.objects.filter(ended, ended_at=None).update(ended_at=at)
    reopened = Petition.objects.exclude(ended).filter(ended_at__isnull=False)
    reopened.update(ended_at=None, anonymised_at=None)


def _anonymise(petition: Petition) -> int:
    forgotten, after = 0, UUID(int=0)
    while batch := _forget_batch(petition, after):
        forgotten, after = forgotten + len(batch), batch[-1].pk
    Petition.objects.filter(pk=petition.pk).update(anonymised_at=timezone.now())
    return forgotten


@transaction.atomic
def _forget_batch(petition: Petition, after: UUID) -> list[Signature]:
    """Forget some signers whose ids follow ``after``; no state changes, so no total does."""
    known = petition.signatures.exclude(state=Signature.State.PENDING).exclude(email_hash="")
    batch = list(known.filter(pk__gt=after).select_for_update().order_by("pk")[:AT_ONCE])
    ids = [signature.pk for signature in batch]
    for signature in batch:
        signature.seal()
    Signature.objects.bulk_update(batch, ["sealed"])
    Signature.objects.filter(pk__in=ids).update(**FORGOTTEN)
    part_consents(acts=ids)
    return batch
