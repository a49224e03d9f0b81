"""Making two entries of the same endorser one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..errors import MergeReason, MergeRefused
from ..importing.forgetting import forget_contacts_in_imports, forget_deleted_in_imports
from ..models import Contact, Correction, Endorsement, Endorser, StatusChange
from .contacts import forget_consents, look_at_domain
from .entering import NOTE, known, update_endorsers
from .logged import hand_over_history

Status = Endorser.Status
# How far an entry has come; the one that goes on must not fall behind the other.
STANDING = (
    Status.DECLINED,
    Status.WITHDRAWN,
    Status.SUBMITTED,
    Status.CONFIRMED,
    Status.APPROVED,
)
# What is taken from one of the two; a logo comes with what it shows.
FIELDS = (
    *("name", "affiliation", "identification_only", "scope", "nation", "city"),
    *("kind", "website", "logo", "sort_as"),
)
TOGETHER = {"logo": ("logo", "logo_alt")}


@transaction.atomic
def merge(
    *, keep: int, drop: int, fields: Collection[str], by: Any, take_contact: bool = False
) -> Endorser:
    """Let the endorser ``keep`` take in ``drop``, which is deleted; both are given by their keys.

    ``fields`` names what is taken from the dropped one. Places, languages and endorsements of both
    are kept together, and remarks where the kept one has none in that language. The dropped one's
    contact is forgotten, unless ``take_contact`` lets it replace the kept one's: whoever speaks for
    an entry can take it off the list. Raises :class:`~coalition.errors.MergeRefused`.
    """
    kept, dropped = _both(keep, drop)
    forget_deleted_in_imports([dropped.pk], but={kept.name})
    _take_fields(kept, dropped, fields)
    _unite_parts(kept, dropped)
    _unite_endorsements(kept, dropped)
    _choose_contact(kept, dropped, takes_over=take_contact)
    StatusChange.objects.filter(endorser=dropped).update(endorser=kept)
    hand_over_history(kept=kept, dropped=dropped)
    dropped.delete()
    look_at_domain(kept)
    log(instance=kept, action="coalition.merge", user=by, data={"dropped": drop})
    return kept


def may_keep(keep: Endorser, drop: Endorser) -> MergeReason | None:
    """Why ``keep`` must not take in ``drop``; nothing if it may."""
    if keep.pk == drop.pk:
        return MergeReason.SAME
    if keep.is_person != drop.is_person:
        return MergeReason.KINDS
    if not (keep.name and drop.name):
        return MergeReason.NAMELESS
    behind = STANDING.index(Status(keep.status)) < STANDING.index(Status(drop.status))
    return MergeReason.STANDING if behind else None


def _both(keep: int, drop: int) -> tuple[Endorser, Endorser]:
    rows = Endorser.objects.select_for_update().filter(pk__in=[keep, drop]).order_by("pk")
    held = {row.pk: row for row in rows}
    if keep not in held or drop not in held:
        raise MergeRefused(MergeReason.GONE)
    if reason := may_keep(held[keep], held[drop]):
        raise MergeRefused(reason)
    return held[keep], held[drop]


def _take_fields(kept: Endorser, dropped: Endorser, fields: Collection[str]) -> None:
    for field in FIELDS:
        if field in fields:
            for name in TOGETHER.get(field, (field,)):
                setattr(kept, name, getattr(dropped, name))
    kept.save()


def _unite_parts(kept: Endorser, dropped: Endorser) -> None:
    own, other = known(kept), known(dropped)
    several = {name: sorted({*own[name], *other[name]}) for name in ("places", "languages")}
    notes = {name: text for name, text in other.items() if name.startswith(NOTE)}
    new = {name: text for name, text in notes.items() if name not in own}
    update_endorsers([(kept, {**several, **new})])


def _unite_endorsements(kept: Endorser, dropped: Endorser) -> None:
    """Let the kept one have counted whenever one of the two did; what waits counts if it may."""
    both = Endorsement.objects.filter(endorser__in=(kept, dropped))
    rows = list(both.order_by("created_at", "pk"))
    if kept.status == Status.APPROVED:
        _count_waiting(rows)
    by_statement = defaultdict(list)
    for row in rows:
        by_statement[row.statement_id].append(row)
    united = [row for rows in by_statement.values() for row in _united(rows)]
    both.delete()
    Endorsement.objects.bulk_create(_copy(row, kept) for row in united)


def _count_waiting(rows: Iterable[Endorsement]) -> None:
    now = timezone.now()
    for row in rows:
        row.counted_from = row.counted_from or now


def _united(rows: list[Endorsement]) -> Iterator[Endorsement]:
    """The same time in as few rows as can be; of those that wait one, where none counts now."""
    counted = sorted((row for row in rows if row.counted_from), key=_begin)
    waiting = [row for row in rows if not row.counted_from]
    latest: Endorsement | None = None
    for row in counted:
        if latest is not None and _touch(latest, row):
            _stretch(latest, row)
            continue
        if latest is not None:
            yield latest
        latest = row
    if latest is not None:
        yield latest
    if waiting and (latest is None or latest.counted_until is not None):
        yield waiting[0]


def _begin(row: Endorsement) -> Any:
    return row.counted_from


def _touch(earlier: Endorsement, later: Endorsement) -> bool:
    return earlier.counted_until is None or _begin(later) <= earlier.counted_until


def _stretch(earlier: Endorsement, later: Endorsement) -> None:
    """Let ``earlier`` last as long as both, and know the words that either was given under."""
    ends = (earlier.counted_until, later.counted_until)
    earlier.counted_until = max(end for end in ends if end) if all(ends) else None
    earlier.version_id = earlier.version_id or later.version_id


def _copy(row: Endorsement, endorser: Endorser) -> Endorsement:
    return Endorsement(
        endorser=endorser,
        statement_id=row.statement_id,
        version_id=row.version_id,
        created_at=row.created_at,
        counted_from=row.counted_from,
        counted_until=row.counted_until,
    )


def _choose_contact(kept: Endorser, dropped: Endorser, *, takes_over: bool) -> None:
    """Keep one contact, and what that asked to correct; the other one is forgotten."""
    moves = takes_over and Contact.objects.filter(endorser=dropped).exists()
    loser = kept if moves else dropped
    if moves:
        forget_contacts_in_imports([kept.pk])
    forget_consents(endorsers=[loser])
    Contact.objects.filter(endorser=loser).delete()
    Correction.objects.filter(endorser=loser).delete()
    if moves:
        Contact.objects.filter(endorser=dropped).update(endorser=kept)
        Correction.objects.filter(endorser=dropped).update(endorser=kept)
