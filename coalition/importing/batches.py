"""Imports as rows: what was read waits sealed until somebody takes it over."""

import datetime
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ..errors import CoalitionError
from ..models import Endorser, ImportBatch, Statement
from .planning import plan_import
from .plans import Plan
from .rows import Reading

KEPT_UNTAKEN = timedelta(days=2)
UNDONE_WITHIN = timedelta(days=30)


class ImportRefused(CoalitionError):  # noqa: N818 - says what happened
    """An import that cannot be taken over or undone; its text is a sentence to the staff."""


def keep_import(
    reading: Reading,
    *,
    name: str,
    by: Any = None,
    statement: Statement | None = None,
    status: str = Endorser.Status.APPROVED,
    since: datetime.date | None = None,
) -> ImportBatch:
    """Keep a list sealed until it is taken over.

    New endorsers will be ``status`` and stand behind ``statement``, counted from the day ``since``
    on, or from when it is taken over.
    """
    limit = ImportBatch._meta.get_field("name").max_length
    batch = ImportBatch(name=name[:limit], statement=statement, by=by)
    day = since.isoformat() if since else ""
    batch.seal(reading=reading.to_json(), status=str(status), since=day)
    batch.save(force_insert=True)
    return batch


def reading_of(batch: ImportBatch) -> Reading:
    """The list of an import that waits."""
    return Reading.from_json(batch.unseal()["reading"])


def plan_of(batch: ImportBatch) -> Plan:
    """What taking it over would do now."""
    return plan_import(reading_of(batch).rows, statement=batch.statement)


def hold(batch_id: UUID) -> ImportBatch:
    """The import, held with all others and with the register: nobody changes either meanwhile.

    A list is compared with everybody, so that everybody is held: endorsers first, as all verbs do.
    """
    _lock(Endorser.objects.all())
    _lock(ImportBatch.objects.all())
    batch = ImportBatch.objects.select_related("statement").filter(pk=batch_id).first()
    if batch is None:
        raise ImportRefused(_("This import is no longer kept. Please bring the list again."))
    return batch


def _lock(rows: QuerySet[Any]) -> None:
    """Hold ``rows``, always in one order, and read no more of them than their keys."""
    list(rows.order_by("pk").select_for_update().values_list("pk", flat=True))


def names_kept(batch: ImportBatch) -> list[str]:
    """What an import that was undone had to leave, as sentences."""
    kept: list[str] = json.loads(batch.unseal().get("kept", "[]"))
    return kept


@transaction.atomic
def erase_stale_imports() -> int:
    """Forget lists that nobody took over, and what undoing took once that is over; how many."""
    now = timezone.now()
    untaken = ImportBatch.objects.filter(
        state=ImportBatch.State.PREVIEWED, read_at__lt=now - KEPT_UNTAKEN
    )
    forgotten = untaken.delete()[0]
    taken = ImportBatch.objects.filter(applied_at__lt=now - UNDONE_WITHIN)
    for batch in taken.select_for_update():
        if batch.unseal():
            batch.seal()
            batch.save(update_fields=["sealed"])
            forgotten += 1
    return forgotten
