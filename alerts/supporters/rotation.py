"""New keys for rows that were sealed and hashed with older ones.

Both go through the rows in the order of their ids, in small transactions that lock what they
change. A run that dies has done what it has done: the next one skips it. The site keeps running.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction

from .leaving import WAYS
from .models import SealedModel
from .sealing import SealBroken, is_newest

AT_ONCE = 500

Change = Callable[[SealedModel], bool]


@dataclass(slots=True)
class Rotated:
    """How far a rotation of one kind of rows came; ``broken`` are those that no key opens."""

    seen: int = 0
    changed: int = 0
    broken: int = 0

    def add(self, other: "Rotated") -> None:
        """Count what ``other`` did as well."""
        self.seen += other.seen
        self.changed += other.changed
        self.broken += other.broken


def sealed_models() -> list[type[SealedModel]]:
    """Every kind of sealed row, of whatever room."""
    return [model for model in apps.get_models() if issubclass(model, SealedModel)]


def reseal(model: type[SealedModel]) -> Iterator[Rotated]:
    """Seal every row of ``model`` with the first of ``SEAL_KEYS``; yields after each batch."""
    return _in_batches(model, _reseal)


def rehash(model: type[SealedModel]) -> Iterator[Rotated]:
    """Hash anew what the rows of ``model`` have sealed; yields after each batch.

    Rows that have forgotten their person have nothing to hash.
    """
    return _in_batches(model, _rehash)


def _in_batches(model: type[SealedModel], change: Change) -> Iterator[Rotated]:
    after: UUID | None = None
    while True:
        with transaction.atomic():
            rows = _next_rows(model, after)
            done = _changed(rows, change)
        if not rows:
            return
        after = rows[-1].pk
        yield done


def _next_rows(model: type[SealedModel], after: UUID | None) -> list[SealedModel]:
    rows = model._default_manager.order_by("pk").select_for_update(of=("self",))
    return list((rows.filter(pk__gt=after) if after else rows)[:AT_ONCE])


def _changed(rows: list[SealedModel], change: Change) -> Rotated:
    done = Rotated(seen=len(rows))
    for row in rows:
        try:
            done.changed += change(row)
        except SealBroken:
            done.broken += 1
    return done


def _reseal(row: SealedModel) -> bool:
    if is_newest(row.sealed):
        return False
    row.seal(**row.unseal())
    row.save(update_fields=["sealed"])
    return True


def _rehash(row: SealedModel) -> bool:
    fresh = row.hashes()
    changed = [name for name, value in fresh.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fresh[name])
    if changed:
        _save_or_leave(row, changed)
    return bool(changed)


def _save_or_leave(row: SealedModel, fields: list[str]) -> None:
    """Save ``fields``; an act that its address has repeated under the new key gives way to that."""
    try:
        with transaction.atomic():
            row.save(update_fields=fields)
    except IntegrityError:
        way = next(way for way in WAYS.values() if isinstance(row, way.model))
        way.leave([row.pk])
