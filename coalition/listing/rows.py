"""What the public may know of each endorser, read in a constant number of queries."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import get_language

from ..models import Endorsement, Endorser, EndorserNote, Statement


@dataclass(frozen=True, slots=True)
class Row:
    """One endorser as the public sees it.

    ``places`` are codes of :data:`coalition.places.PLACES`, ``languages`` codes of CLDR; ``note``
    is the remark in the reader's language, if there is one. ``withdrawn`` marks one of a frozen
    list that does not stand behind the statement any more; of a person, the name is empty then.
    ``logo`` is an image or ``None``.
    """

    uuid: UUID
    name: str
    is_person: bool
    affiliation: str
    identification_only: bool
    scope: str
    kind: str
    city: str
    nation: str
    website: str
    logo: Any
    logo_alt: str
    places: tuple[str, ...]
    languages: tuple[str, ...]
    note: str
    sort_key: str
    since: datetime.datetime | None = None
    withdrawn: bool = False


def public_rows(
    *, statement: Statement | None = None, as_of: datetime.date | None = None
) -> list[Row]:
    """Every approved endorser in order; with ``statement``, those who stand behind it now.

    With ``as_of`` as well, those who stood behind it at the end of that day: also who has
    withdrawn since.
    """
    endorsers = _endorsers(statement, as_of)
    endorsers = endorsers.select_related("logo").prefetch_related(
        "logo__renditions", "places", "languages", _notes(), *_endorsements(statement, as_of)
    )
    return [_row(endorser) for endorser in endorsers.in_order()]


def _endorsers(statement: Statement | None, as_of: datetime.date | None) -> Any:
    if statement is None:
        return Endorser.objects.approved()
    counted = _counted(statement, as_of)
    return Endorser.objects.filter(pk__in=counted.values("endorser"))


def _counted(statement: Statement, as_of: datetime.date | None) -> Any:
    endorsements = Endorsement.objects.filter(statement=statement)
    return endorsements.counted_at_end_of(as_of) if as_of else endorsements.counted()


def _notes() -> Prefetch[Any]:
    notes = EndorserNote.objects.filter(locale=get_language() or "")
    return Prefetch("notes", notes, to_attr="notes_here")


def _endorsements(statement: Statement | None, as_of: datetime.date | None) -> list[Any]:
    if statement is None:
        return []
    return [Prefetch("endorsements", _counted(statement, as_of), to_attr="shown")]


def _row(endorser: Any) -> Row:
    shown = getattr(endorser, "shown", [])
    return Row(
        uuid=endorser.uuid,
        name=endorser.name,
        is_person=endorser.is_person,
        affiliation=endorser.affiliation,
        identification_only=endorser.identification_only,
        scope=endorser.scope,
        kind=endorser.kind,
        city=endorser.city,
        nation=endorser.nation,
        website=endorser.website,
        logo=endorser.logo,
        logo_alt=endorser.logo_alt,
        places=tuple(place.code for place in endorser.places.all()),
        languages=tuple(language.code for language in endorser.languages.all()),
        note=endorser.notes_here[0].text if endorser.notes_here else "",
        sort_key=endorser.sort_key,
        since=shown[0].counted_from if shown else None,
        withdrawn=endorser.status != Endorser.Status.APPROVED,
    )
