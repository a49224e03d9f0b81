"""How far the mails of an update have come."""

from dataclasses import dataclass

from django.db.models import Count

from ..models import Update, UpdateMail


@dataclass(frozen=True, slots=True)
class Numbers:
    """The mails of one update by where they stand."""

    queued: int = 0
    accepted: int = 0
    failed: int = 0
    dropped: int = 0


def numbers_of(update: Update) -> Numbers:
    """The mails of ``update``, counted in one query."""
    states = UpdateMail.objects.filter(update=update).order_by().values_list("state")
    return Numbers(**dict(states.annotate(number=Count("pk"))))
