"""Endorsers as plain values by column: reading what is known, and writing many at once.

The columns are those of ``FIELDS``, ``places`` and ``languages`` (sorted lists of codes), and
``note_<locale>``. No contact is among them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.utils import timezone

from ..models import Endorser, EndorserLanguage, EndorserNote, EndorserPlace

FIELDS = {
    "name": "name",
    "identification_only": "identification_only",
    "person": "is_person",
    "affiliation": "affiliation",
    "scope": "scope",
    "nation": "nation",
    "city": "city",
    "kind": "kind",
    "website": "website",
    "sort_as": "sort_as",
}
CODES: dict[str, Any] = {"places": EndorserPlace, "languages": EndorserLanguage}
# What a name is sorted and compared by, and the columns that they are made of.
KEYS = ("sort_key", "normalised_name")
NAMING = {"name", "sort_as"}
NOTE = "note_"
BATCH = 500

Values = dict[str, Any]


def with_parts(endorsers: QuerySet[Endorser]) -> QuerySet[Endorser]:
    """``endorsers`` with all that :func:`known` reads, in a constant number of queries."""
    return endorsers.prefetch_related("places", "languages", "notes")


def known(endorser: Endorser) -> Values:
    """Everything a table can say of an endorser that came :func:`with_parts`."""
    return {
        **{column: getattr(endorser, field) for column, field in FIELDS.items()},
        "places": sorted(place.code for place in endorser.places.all()),
        "languages": sorted(language.code for language in endorser.languages.all()),
        **{f"{NOTE}{note.locale}": note.text for note in endorser.notes.all()},
    }


def create_endorsers(
    entries: Iterable[tuple[UUID | None, Mapping[str, Any]]], *, status: str, origin: str
) -> list[Endorser]:
    """Store new endorsers, in order; columns left out have their defaults.

    History and endorsements are the caller's to write. To be called in a transaction.
    """
    entries = list(entries)
    endorsers = [_new(uuid, values, status, origin) for uuid, values in entries]
    Endorser.objects.bulk_create(endorsers, batch_size=BATCH)
    _write_parts(list(zip(endorsers, [values for _uuid, values in entries], strict=True)))
    return endorsers


def update_endorsers(changes: Iterable[tuple[Endorser, Mapping[str, Any]]]) -> None:
    """Give each endorser its new values; other columns are not written.

    To be called in a transaction that holds the endorsers.
    """
    changes = list(changes)
    now = timezone.now()
    for endorser, values in changes:
        _set_fields(endorser, values)
        endorser.changed_at = now
    _write_fields(changes)
    _erase_parts(changes)
    _write_parts(changes)


def _new(uuid: UUID | None, values: Mapping[str, Any], status: str, origin: str) -> Endorser:
    endorser = Endorser(uuid=uuid or uuid4(), status=status, origin=origin)
    _set_fields(endorser, values)
    return endorser


def _set_fields(endorser: Endorser, values: Mapping[str, Any]) -> None:
    for column, field in FIELDS.items():
        if column in values:
            setattr(endorser, field, values[column])
    endorser.set_keys()


def _write_fields(changes: list[tuple[Endorser, Mapping[str, Any]]]) -> None:
    """Write together those that were given the same columns."""
    alike: defaultdict[frozenset[str], list[Endorser]] = defaultdict(list)
    for endorser, values in changes:
        alike[frozenset(FIELDS.keys() & values.keys())].append(endorser)
    for columns, endorsers in alike.items():
        fields = [*(FIELDS[column] for column in columns), "changed_at"]
        keys = KEYS if columns & NAMING else ()
        Endorser.objects.bulk_update(endorsers, [*fields, *keys], batch_size=BATCH)


def _erase_parts(changes: list[tuple[Endorser, Mapping[str, Any]]]) -> None:
    """Take away the parts that the changes give anew."""
    for column, model in CODES.items():
        given = [endorser.pk for endorser, values in changes if column in values]
        model._default_manager.filter(endorser__in=given).delete()
    notes = {column for _endorser, values in changes for column in values if _is_note(column)}
    for column in notes:
        given = [endorser.pk for endorser, values in changes if column in values]
        EndorserNote.objects.filter(endorser__in=given, locale=column.removeprefix(NOTE)).delete()


def _write_parts(entries: list[tuple[Endorser, Mapping[str, Any]]]) -> None:
    for column, model in CODES.items():
        model._default_manager.bulk_create(
            model(endorser=endorser, code=code)
            for endorser, values in entries
            for code in values.get(column) or ()
        )
    EndorserNote.objects.bulk_create(
        EndorserNote(endorser=endorser, locale=column.removeprefix(NOTE), text=text)
        for endorser, values in entries
        for column, text in values.items()
        if _is_note(column) and text
    )


def _is_note(column: str) -> bool:
    return column.startswith(NOTE)
