"""The one verb that changes where an endorser stands, with its history and what counts."""

import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from ..errors import StatusRefused
from ..importing.forgetting import forget_in_imports
from ..models import Correction, Endorsement, Endorser, StatusChange
from .logged import forget_names

Status = Endorser.Status
# Only the contact can confirm, and nothing becomes a mere submission again.
FROM: dict[str, set[str]] = {
    Status.SUBMITTED: set(),
    Status.CONFIRMED: {Status.SUBMITTED},
    Status.APPROVED: {
        Status.SUBMITTED,
        Status.CONFIRMED,
        Status.DECLINED,
        Status.WITHDRAWN,
    },
    Status.DECLINED: {Status.SUBMITTED, Status.CONFIRMED, Status.APPROVED},
    Status.WITHDRAWN: {Status.SUBMITTED, Status.CONFIRMED, Status.APPROVED},
}


@transaction.atomic
def change_status(*, endorser_id: int, to: str, by: Any = None) -> Endorser:
    """Bring an endorser to the status ``to``, for the member of staff ``by`` or for its contact.

    Approving begins to count its endorsements; leaving approval ends that. A person who is declined
    or withdraws is forgotten: the row stays for the numbers, without a name. Changing to what it
    is already does nothing. Raises :class:`~coalition.errors.StatusRefused` where the step makes no
    sense, as approving a person whose name is forgotten.
    """
    endorser = Endorser.objects.select_for_update().get(pk=endorser_id)
    if endorser.status == to:
        return endorser
    nameless = to == Status.APPROVED and not endorser.name
    if endorser.status not in FROM[to] or nameless:
        raise StatusRefused(f"{endorser.status} cannot become {to}.")
    was, endorser.status = endorser.status, Status(to)
    endorser.save(update_fields=["status"])
    now = timezone.now()
    if to == Status.APPROVED:
        _begin_to_count(endorser, now)
    elif was == Status.APPROVED:
        endorser.endorsements.counted().update(counted_until=now)
    StatusChange.objects.create(endorser=endorser, status=to, by=by, at=now)
    if to in Endorser.LEFT and endorser.is_person:
        _forget_person(endorser)
    return endorser


def _begin_to_count(endorser: Endorser, now: datetime.datetime) -> None:
    """Count from ``now`` on what waits, and anew what counted when the endorser was last listed."""
    endorser.endorsements.filter(counted_from=None).update(counted_from=now)
    latest = {endorsement.statement_id: endorsement for endorsement in _interrupted(endorser)}
    Endorsement.objects.bulk_create(
        Endorsement(
            endorser=endorser,
            statement_id=old.statement_id,
            version_id=old.version_id,
            counted_from=now,
        )
        for old in latest.values()
    )


def _interrupted(endorser: Endorser) -> "models.QuerySet[Endorsement]":
    """What ended with the listing itself; what staff had taken away before stays away."""
    left = endorser.history.filter(status__in=Endorser.LEFT)
    listed = endorser.history.filter(status=Status.APPROVED).last()
    if listed is not None:
        left = left.filter(at__gt=listed.at)
    present = endorser.endorsements.filter(counted_until=None).values("statement")
    ended = endorser.endorsements.filter(counted_until__in=left.values("at"))
    return ended.exclude(statement__in=present).order_by("counted_until")


def _forget_person(endorser: Endorser) -> None:
    """Empty all that tells who it was, in the row, in imports and in the admin's history."""
    forget_in_imports([endorser.pk])
    for field in ("name", "affiliation", "nation", "city", "website", "sort_as", "logo_alt"):
        setattr(endorser, field, "")
    endorser.logo, endorser.identification_only = None, False
    endorser.save()
    endorser.notes.all().delete()
    endorser.languages.all().delete()
    Correction.objects.filter(endorser=endorser).delete()
    forget_names(endorsers=[endorser])
