"""Changing many signatures at once: counted first, done by the worker, undone if need be."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from ..criteria import Criteria
from ..errors import Anonymised, NeverConfirmed, StateChanged, SweepRefused
from ..holding import Reason
from ..models import Petition, Signature, Sweep, Swept
from ..settling import change_state

BEGUN, STOPPED, UNDOING = (
    "petitions.begin_sweep",
    "petitions.stop_sweep",
    "petitions.undo_sweep",
)
BATCH = 100
# A turn of the clock: short enough that mails do not wait for it.
BATCHES_PER_TURN = 5
State = Signature.State
# What a sweep changes, by the state that it gives.
SWEPT_FROM = {
    State.INVALIDATED: (State.COUNTED, State.HELD, State.PENDING),
    State.COUNTED: (State.HELD,),
}


def count_matching(*, petition: Petition, criteria: Criteria, to: State) -> dict[str, int]:
    """How many signatures a sweep would change, by the state they have now."""
    found = _matching(petition, criteria, to).order_by().values_list("state")
    return dict(found.annotate(count=Count("pk")))


def fits_everybody(*, petition: Petition, criteria: Criteria) -> bool:
    """Whether everybody fits who had signed by some time, as nobody signed before it begins."""
    if not criteria.asks_only_when:
        return False
    since = criteria.since
    return since is None or not petition.signatures.filter(signed_at__lt=since).exists()


def begin_sweep(*, petition: Petition, criteria: Criteria, to: State, by: Any) -> Sweep:
    """Have the worker give the signatures that fit the state ``to``, a batch at a time.

    Who signs after now is not among them. Raises :class:`SweepRefused` for criteria that everybody
    fits, and while another sweep of the petition is under way.
    """
    if fits_everybody(petition=petition, criteria=criteria):
        raise SweepRefused("Everybody fits.")
    total = sum(count_matching(petition=petition, criteria=criteria, to=to).values())
    sweep = Sweep(petition=petition, to=to, criteria=criteria.to_json(), total=total, by=by)
    try:
        with transaction.atomic():
            sweep.save()
            _log(sweep, BEGUN, by)
    except IntegrityError:
        raise SweepRefused("Another is under way.") from None
    return sweep


@transaction.atomic
def stop_sweep(*, sweep_id: int, by: Any) -> None:
    """Leave what is not changed yet as it is; nothing where it came to rest meanwhile."""
    sweep = Sweep.objects.select_for_update().get(pk=sweep_id)
    if sweep.state == Sweep.State.RUNNING:
        _end(sweep, Sweep.State.STOPPED)
        _log(sweep, STOPPED, by)


def undo_sweep(*, sweep_id: int, by: Any) -> None:
    """Have the worker give back the states from before, but to what was changed since.

    Raises :class:`SweepRefused` where there is nothing to undo, and while a sweep of the petition
    is under way.
    """
    try:
        with transaction.atomic():
            sweep = Sweep.objects.select_for_update().get(pk=sweep_id)
            if not sweep.can_be_undone:
                raise SweepRefused("There is nothing to undo.")
            sweep.state, sweep.ended_at = Sweep.State.UNDOING, None
            sweep.save()
            _log(sweep, UNDOING, by)
    except IntegrityError:
        raise SweepRefused("Another is under way.") from None


def continue_sweeps() -> int:
    """Go on, for the clock, with every sweep that is under way; returns how many were changed."""
    active = list(Sweep.objects.active().values_list("pk", flat=True))
    return sum(_step(sweep) for sweep in active for _turn in range(BATCHES_PER_TURN))


@transaction.atomic
def _step(sweep_id: int) -> int:
    """One batch, whole or not at all; nothing where the sweep came to rest meanwhile."""
    sweep = Sweep.objects.select_for_update().get(pk=sweep_id)
    if sweep.state == Sweep.State.RUNNING:
        return _sweep_batch(sweep)
    return _restore_batch(sweep) if sweep.state == Sweep.State.UNDOING else 0


def _sweep_batch(sweep: Sweep) -> int:
    criteria, to = Criteria.from_json(sweep.criteria), State(sweep.to)
    found = _matching(sweep.petition, criteria, to).filter(signed_at__lt=sweep.begun_at)
    batch = list(found.order_by("pk").values_list("pk", "state")[:BATCH])
    if not batch:
        _end(sweep, Sweep.State.DONE)
        return 0
    rows = [
        Swept(sweep=sweep, signature=pk, was=was)
        for pk, was in batch
        if _give(pk, to, was=State(was))
    ]
    Swept.objects.bulk_create(rows, ignore_conflicts=True)
    sweep.done += len(rows)
    sweep.save(update_fields=["done"])
    return len(rows)


def _restore_batch(sweep: Sweep) -> int:
    batch = list(sweep.swept.order_by("pk")[:BATCH])
    if not batch:
        _end(sweep, Sweep.State.UNDONE)
        return 0
    for row in batch:
        _give_back(row, State(sweep.to))
    Swept.objects.filter(pk__in=[row.pk for row in batch]).delete()
    sweep.done -= min(sweep.done, len(batch))
    sweep.save(update_fields=["done"])
    return len(batch)


def _matching(petition: Petition, criteria: Criteria, to: State) -> QuerySet[Signature]:
    """What fits and can be given ``to``; of the pending ones, those that are not marked yet."""
    fits = petition.signatures.filter(criteria.as_filter(), state__in=SWEPT_FROM[to])
    return fits.exclude(Q(state=State.PENDING) & ~Q(held_for=""))


def _give(signature: UUID, to: State, *, was: State) -> bool:
    """Change one; who has not confirmed yet is held when they do. Whether it is done."""
    if was == State.PENDING:
        waiting = Signature.objects.filter(pk=signature, state=State.PENDING)
        return bool(waiting.update(held_for=Reason.SWEEP))
    return _change(signature, to, was=was)


def _give_back(row: Swept, given: State) -> None:
    """Undo what was done to one, unless it was changed since."""
    if row.was == State.PENDING:
        _release_marked(row.signature)
    else:
        _change(row.signature, State(row.was), was=given)


def _release_marked(signature: UUID) -> None:
    """Let one that was pending count after all: when it is confirmed, or now if it was."""
    marked = Signature.objects.filter(pk=signature, held_for=Reason.SWEEP)
    if marked.update(held_for=""):
        _change(signature, State.COUNTED, was=State.HELD)


def _change(signature: UUID, to: State, *, was: State) -> bool:
    try:
        change_state(signature_id=signature, to=to, was=was)
    except (Signature.DoesNotExist, NeverConfirmed, Anonymised, StateChanged):
        return False
    return True


def _end(sweep: Sweep, state: Sweep.State) -> None:
    """Let it rest; undoing goes by what was changed, so an address need not be known any more."""
    sweep.state, sweep.ended_at = state, timezone.now()
    sweep.criteria = Criteria.from_json(sweep.criteria).without_address.to_json()
    sweep.save(update_fields=["state", "ended_at", "criteria"])


def _log(sweep: Sweep, action: str, by: Any) -> None:
    """Tell the petition's history how many and which, but not by whose address."""
    criteria = Criteria.from_json(sweep.criteria).without_address.to_json()
    told = {"sweep": sweep.pk, "to": sweep.to, "total": sweep.total, "criteria": criteria}
    log(instance=sweep.petition, action=action, user=by, data=told)
