"""What the public may know of each endorser, read in a constant number of queries."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from wagtail.images import get_image_model

from ..models.endorsement import Endorsement
from ..models.endorser import Endorser, EndorserQuerySet
from ..models.parts import EndorserLanguage, EndorserNote, EndorserPlace
from ..models.statement import Statement

# What a row takes from its endorser as it is.
FACTS = (
    *("uuid", "name", "is_person", "affiliation", "identification_only", "scope", "kind", "city"),
    *("nation", "website", "logo_alt", "sort_key"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One endorser as the public sees it.

    ``places`` are codes of :data:`coalition.places.PLACES`, ``languages`` codes of CLDR; ``note``
    is the remark in the reader's language, if there is one. ``withdrawn`` marks one of a frozen
    list that does not stand behind the statement any more. A row without a ``name`` is a person
    who left: it is counted in its place, and says nothing else. ``later`` marks one who joined
    after the list was frozen. ``logo`` is an image or ``None``.
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
    later: bool = False

    @property
    def key(self) -> str:
        """Tells the same endorser under several headings of one page."""
        return self.uuid.hex[:8]

    @property
    def link(self) -> str:
        """The website, if a browser may be sent there."""
        return self.website if self.website.startswith(("https://", "http://")) else ""

    @property
    def is_remarked(self) -> bool:
        """Whether the name stands here for identification purposes only."""
        return self.identification_only or bool(self.is_person and self.affiliation)


def public_rows(
    *, statement: Statement | None = None, as_of: datetime.date | None = None
) -> list[Row]:
    """Every approved endorser in order; with ``statement``, those who stand behind it now.

    With ``as_of`` as well, those who stood behind it at the end of that day: also who has
    withdrawn since. Reads plain values: thousands of models would take most of a page's time.
    """
    endorsers = _endorsers(statement, as_of)
    found = list(endorsers.in_order().values("pk", "status", "logo", *FACTS))
    places = _codes(EndorserPlace.objects.filter(endorser__in=endorsers))
    languages = _codes(EndorserLanguage.objects.filter(endorser__in=endorsers))
    notes, since = _notes(endorsers), _since(statement, as_of)
    logos = _logos(facts["logo"] for facts in found)
    rows = [
        Row(
            **{name: facts[name] for name in FACTS},
            logo=logos.get(facts["logo"]),
            places=tuple(places[facts["pk"]]),
            languages=tuple(languages[facts["pk"]]),
            note=notes.get(facts["pk"], ""),
            since=since.get(facts["pk"]),
            withdrawn=facts["status"] != Endorser.Status.APPROVED,
        )
        for facts in found
    ]
    return [row if row.name else _silent(row) for row in rows]


def _silent(row: Row) -> Row:
    """What is left of a person who left: where one stood, for the numbers."""
    return replace(
        row,
        affiliation="",
        identification_only=False,
        city="",
        nation="",
        website="",
        logo=None,
        logo_alt="",
        languages=(),
        note="",
    )


def _endorsers(statement: Statement | None, as_of: datetime.date | None) -> EndorserQuerySet:
    if statement is None:
        return Endorser.objects.approved()
    counted = _counted(statement, as_of)
    return Endorser.objects.filter(pk__in=counted.values("endorser"))


def _counted(statement: Statement, as_of: datetime.date | None) -> Any:
    endorsements = Endorsement.objects.filter(statement=statement)
    return endorsements.counted_at_end_of(as_of) if as_of else endorsements.counted()


def _codes(parts: QuerySet[Any]) -> defaultdict[int, list[str]]:
    """The codes of each endorser's places or languages, in order."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for endorser, code in parts.order_by("code").values_list("endorser", "code"):
        found[endorser].append(code)
    return found


def _notes(endorsers: EndorserQuerySet) -> dict[int, str]:
    """The remarks in the reader's language."""
    notes = EndorserNote.objects.filter(endorser__in=endorsers, locale=get_language() or "")
    return dict(notes.values_list("endorser", "text"))


def _since(
    statement: Statement | None, as_of: datetime.date | None
) -> dict[int, datetime.datetime]:
    if statement is None:
        return {}
    return dict(_counted(statement, as_of).values_list("endorser", "counted_from"))


def _logos(found: Iterable[int | None]) -> dict[int, Any]:
    """The images by their keys, with the sizes that were made of them."""
    keys = {key for key in found if key}
    images = get_image_model().objects.prefetch_related("renditions")
    return images.in_bulk(keys) if keys else {}
