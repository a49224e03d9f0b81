"""Forgetting who signed a petition, some months after it has ended. Every number stays."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from alerts.supporters.services import part_consents

from .forgetting import FORGOTTEN
from .models import Petition, Signature
from .turns import in_turn

AT_ONCE = 500
State = Petition.State


def anonymise_ended() -> int:
    """Forget, from time to time, the signers of petitions that ended long enough ago.

    That is ``ANONYMISE_AFTER_DAYS``. What they allowed organisations stays in force, and tells no
    more what it was given with. A run that dies is taken up by the next one, as is what one turn
    leaves. Returns how many signers were forgotten.
    """
    note_endings()
    return in_turn(_forget_some)


def note_endings() -> None:
    """Note when petitions were first seen to be over, however long ago their deadline was.

    A deadline may be mistyped: there is time to put it right. A petition that was opened again has
    not ended.
    """
    now = timezone.now()
    overdue = Q(closes_at__lte=now)
    over = Q(state__in=(State.CLOSED, State.DELIVERED, State.WON))
    ended = over | Q(archived_at__isnull=False) | overdue & Q(state__in=(State.OPEN, State.PAUSED))
    Petition.objects.filter(ended, ended_at=None).update(ended_at=now)
    reopened = Petition.objects.exclude(ended).filter(ended_at__isnull=False)
    reopened.update(ended_at=None, anonymised_at=None)


def _forget_some() -> int:
    """Forget a batch of signers of the first petition that has any, and note those without."""
    over = timezone.now() - timedelta(days=settings.ANONYMISE_AFTER_DAYS)
    for petition in Petition.objects.filter(ended_at__lte=over, anonymised_at=None).order_by("pk"):
        if forgotten := _forget_batch(petition):
            return forgotten
        _note_anonymised(petition)
    return 0


@transaction.atomic
def _forget_batch(petition: Petition) -> int:
    """Forget some signers, but for those being changed now; no state changes, so no total does."""
    known = _known(petition).select_for_update(skip_locked=True).order_by("signed_at", "pk")
    batch = list(known[:AT_ONCE])
    ids = [signature.pk for signature in batch]
    for signature in batch:
        signature.seal()
    Signature.objects.bulk_update(batch, ["sealed"])
    Signature.objects.filter(pk__in=ids).update(**FORGOTTEN)
    part_consents(acts=ids)
    return len(batch)


def _note_anonymised(petition: Petition) -> None:
    """Be done with ``petition``, once also what is pending was settled or erased."""
    if not petition.signatures.exclude(email_hash="").exists():
        Petition.objects.filter(pk=petition.pk).update(anonymised_at=timezone.now())


def _known(petition: Petition) -> QuerySet[Signature]:
    return petition.signatures.exclude(state=Signature.State.PENDING).exclude(email_hash="")
