"""The verb that takes an import over."""

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import ImportBatch
from .batches import ImportRefused, hold, plan_of
from .plans import Plan
from .writing import Terms, write


@transaction.atomic
def take_over(
    *, batch_id: UUID, shown: str, leave_out: bool = False, by: Any = None
) -> ImportBatch:
    """Do what was shown: all of it, or with ``leave_out`` all but the rows with problems.

    ``shown`` is the digest of the plan that somebody agreed to. Raises :class:`ImportRefused`
    where the import is taken over already, has problems, or would do something else by now.
    """
    batch = hold(batch_id)
    if batch.state != ImportBatch.State.PREVIEWED:
        raise ImportRefused(_("This import was taken over already."))
    plan = plan_of(batch)
    _refuse(plan, shown, leave_out)
    trace = write(plan, _terms(batch, by))
    batch.created, batch.changed = len(plan.created), len(plan.changed)
    batch.skipped = len(plan.skipped)
    batch.state, batch.applied_at, batch.by = ImportBatch.State.APPLIED, timezone.now(), by
    batch.seal(undo=trace.to_json())
    batch.save()
    return batch


def _refuse(plan: Plan, shown: str, leave_out: bool) -> None:
    if plan.digest != shown:
        message = _("The register has changed since. Please look at what would be done now.")
    elif plan.problems and not leave_out:
        message = _("There are rows with problems. Nothing was taken over.")
    elif not plan.created and not plan.changed:
        message = _("There is nothing to take over: the register says the same already.")
    else:
        return
    raise ImportRefused(message)


def _terms(batch: ImportBatch, by: Any) -> Terms:
    sealed = batch.unseal()
    since = timezone.now()
    if sealed["since"]:
        morning = datetime.datetime.fromisoformat(sealed["since"])
        since = timezone.make_aware(morning, timezone.get_default_timezone())
    return Terms(sealed["status"], batch.statement, since, by)
