"""New keys for rows that were sealed and hashed with older ones, or compared by older rules.

Both go through the rows in the order of their ids, in small transactions that lock what they
change. A run that dies has done what it has done: the next one skips it. The site keeps running.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import transaction

from .models import SealedModel
from .sealing import SealBroken, is_newest
from .silence import move_silences

AT_ONCE = 500
ADDRESS = "email_hash"

# Changes the row of an id, locked with what hangs together with it; returns how many acts it
# withdrew because others of the same person stay.
Rehash = Callable[[UUID], int]


@dataclass(slots=True)
class Rotated:
    """How far a rotation of one kind of rows came.

    ``broken`` are those that no key opens. ``doubles`` were withdrawn: under one hash they turned
    out to be of somebody who has done the same before.
    """

    seen: int = 0
    changed: int = 0
    broken: int = 0
    doubles: int = 0

    def add(self, other: "Rotated") -> None:
        """Count what ``other`` did as well."""
        self.seen += other.seen
        self.changed += other.changed
        self.broken += other.broken
        self.doubles += other.doubles


OWN_WAYS: dict[type[SealedModel], Rehash] = {}


def register(model: type[SealedModel], rehash: Rehash) -> None:
    """Let rows of ``model`` be hashed anew by ``rehash``, where more hangs on their hashes."""
    OWN_WAYS[model] = rehash


def sealed_models() -> list[type[SealedModel]]:
    """Every kind of sealed row, of whatever room."""
    return [model for model in apps.get_models() if issubclass(model, SealedModel)]


def reseal(model: type[SealedModel]) -> Iterator[Rotated]:
    """Seal every row of ``model`` with the first of ``SEAL_KEYS``; yields after each batch."""
    for ids in _batches(model):
        yield _reseal_batch(model, ids)


def rehash(model: type[SealedModel]) -> Iterator[Rotated]:
    """Hash anew what the rows of ``model`` have sealed; yields after each batch.

    Rows that have forgotten their person have nothing to hash.
    """
    for ids in _batches(model):
        yield _rehash_batch(model, ids)


def stale_hashes(row: SealedModel) -> dict[str, str]:
    """What the hashes of ``row`` should be, as far as they are not; raises ``SealBroken``."""
    fresh = row.hashes()
    return {name: value for name, value in fresh.items() if getattr(row, name) != value}


def take_hashes(row: SealedModel, *also: str) -> None:
    """Store the hashes of ``row``, which is locked, and its fields ``also``.

    What its address asked not to be mailed about goes with it.
    """
    stale = stale_hashes(row)
    for name, value in stale.items():
        if name == ADDRESS:
            move_silences(before=getattr(row, name), after=value)
        setattr(row, name, value)
    row.save(update_fields=[*stale, *also])


def _batches(model: type[SealedModel]) -> Iterator[list[UUID]]:
    rows = model._default_manager.order_by("pk").values_list("pk", flat=True)
    ids = list(rows[:AT_ONCE])
    while ids:
        yield ids
        ids = list(rows.filter(pk__gt=ids[-1])[:AT_ONCE])


@transaction.atomic
def _reseal_batch(model: type[SealedModel], ids: list[UUID]) -> Rotated:
    rows = model._default_manager.filter(pk__in=ids).order_by("pk")
    done = Rotated()
    for row in rows.select_for_update(of=("self",)):
        done.seen += 1
        try:
            done.changed += _reseal(row)
        except SealBroken:
            done.broken += 1
    return done


def _reseal(row: SealedModel) -> bool:
    if is_newest(row.sealed):
        return False
    row.seal(**row.unseal())
    row.save(update_fields=["sealed"])
    return True


def _rehash_batch(model: type[SealedModel], ids: list[UUID]) -> Rotated:
    """Each that needs it in a transaction of its own, which locks no more than one address."""
    own_way = OWN_WAYS.get(model, lambda row: _rehash(model, row))
    done = Rotated()
    for row in model._default_manager.filter(pk__in=ids).order_by("pk"):
        done.seen += 1
        try:
            if stale_hashes(row):
                done.doubles += own_way(row.pk)
                done.changed += 1
        except SealBroken:
            done.broken += 1
    return done


@transaction.atomic
def _rehash(model: type[SealedModel], pk: UUID) -> int:
    for row in model._default_manager.filter(pk=pk).select_for_update(of=("self",)):
        take_hashes(row)
    return 0
