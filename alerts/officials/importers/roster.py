"""Bringing the stored officials up to a file of legislators."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone

from alerts.officials.models import Office, Official

from .legislators import Legislator, LegislatorFile
from .progress import progress
from .seats import ensure_offices

WRITTEN = [
    "name",
    "first_name",
    "last_name",
    "party",
    "contact_form",
    "website",
    "phone",
    "office",
    "term_ends",
    "bioguide",
    "imported",
]


@dataclass(slots=True)
class RosterChanges:
    """What an import changes, as names to report; ``edits_kept`` counts fields editors own."""

    added: list[Official] = field(default_factory=list)
    updated: list[Official] = field(default_factory=list)
    moved: list[Official] = field(default_factory=list)
    out_of_office: list[Official] = field(default_factory=list)
    unchanged: int = 0
    edits_kept: int = 0
    samples_removed: int = 0


def update_roster(file: LegislatorFile, *, source: str, is_sample: bool = False) -> RosterChanges:
    """Make ``file`` decide who holds which seat; the caller opens the transaction.

    Officials whom the file no longer lists lose their office and keep their row. People whom
    editors added keep a seat unless the file names somebody for it.
    """
    changes = RosterChanges(samples_removed=0 if is_sample else remove_samples())
    offices = ensure_offices(legislator.seat for legislator in file.legislators)
    known = {o.bioguide: o for o in Official.objects.exclude(bioguide=None)}
    by_editors = {
        o.office_id: o for o in Official.objects.filter(bioguide=None).exclude(office=None)
    }
    for legislator in progress(file.legislators, "officials"):
        office = offices[legislator.seat]
        official = known.pop(legislator.bioguide, None) or _added_before(
            legislator, by_editors.get(office.pk)
        )
        if official is None:
            official = Official(bioguide=legislator.bioguide, is_sample=is_sample)
        _bring_up(official, legislator, office, changes)
        if (other := by_editors.get(office.pk)) and other is not official:
            changes.out_of_office.append(other)
    changes.out_of_office += [o for o in known.values() if o.office_id]
    _write(changes, file.legislators, source)
    return changes


def remove_samples() -> int:
    """Delete the fictional officials; those whom a letter went to only lose their office."""
    samples = list(Official.objects.filter(is_sample=True).exclude(office=None))
    for official in samples:
        try:
            with transaction.atomic():
                official.delete()
        except (ProtectedError, RestrictedError):
            Official.objects.filter(pk=official.pk).update(office=None)
    return len(samples)


def _added_before(legislator: Legislator, holder: Official | None) -> Official | None:
    """The row an editor made for the same person before the file knew them."""
    if holder and holder.last_name.casefold() == legislator.facts["last_name"].casefold():
        return holder
    return None


def _bring_up(
    official: Official, legislator: Legislator, office: Office, changes: RosterChanges
) -> None:
    before = _written_values(official)
    old_office = official.office_id
    changes.edits_kept += _take_facts(official, legislator.facts)
    official.bioguide = legislator.bioguide
    official.office = office
    official.term_ends = legislator.term_ends
    if official.pk is None:
        changes.added.append(official)
    elif _written_values(official) != before:
        changes.updated.append(official)
    else:
        changes.unchanged += 1
    if old_office and old_office != office.pk:
        changes.moved.append(official)


def _take_facts(official: Official, facts: dict[str, str]) -> int:
    """Set what no editor has changed since the last import; count what stays the editor's."""
    for name, value in facts.items():
        if getattr(official, name) == official.imported.get(name, ""):
            setattr(official, name, value)
    official.imported = facts
    return sum(getattr(official, name) != value for name, value in facts.items())


def _written_values(official: Official) -> list[object]:
    return [getattr(official, name) for name in (*WRITTEN, "office_id") if name != "office"]


def _write(changes: RosterChanges, legislators: Iterable[Legislator], source: str) -> None:
    """Free the seats first, as no two officials may hold one even for a moment."""
    freed = [official.pk for official in changes.out_of_office + changes.moved]
    Official.objects.filter(pk__in=freed).update(office=None)
    Official.objects.bulk_create(changes.added)
    Official.objects.bulk_update(changes.updated, WRITTEN, batch_size=100)
    listed = [legislator.bioguide for legislator in legislators]
    Official.objects.filter(bioguide__in=listed).update(source=source, fetched_at=timezone.now())
