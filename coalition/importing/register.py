"""The register as it stands, read at once, to find there whom a list means."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ..models import Endorsement, Endorser, Statement
from ..services.entering import known, with_parts
from .drafts import Draft, headings_of

GONE = {Endorser.Status.DECLINED, Endorser.Status.WITHDRAWN}


@dataclass(slots=True)
class Entry:
    """One endorser of the register, with its values by column."""

    endorser: Endorser
    values: dict[str, Any]

    @property
    def headings(self) -> list[str]:
        """What it is listed under."""
        return headings_of(self.values["scope"], self.values["places"])

    @property
    def is_forgotten(self) -> bool:
        """Whether it is a person whose name is not known, or not kept."""
        return self.endorser.is_person and not self.endorser.name

    @property
    def is_remarked(self) -> bool:
        """Whether it is listed for identification purposes only, marked so or not."""
        is_person = self.endorser.is_person and bool(self.endorser.affiliation)
        return is_person or self.endorser.identification_only

    @property
    def is_gone(self) -> bool:
        """Whether it was declined or has withdrawn."""
        return self.endorser.status in GONE


class Register:
    """Every endorser by id and by name, and who stands behind the statement of the import."""

    def __init__(self, statement: Statement | None = None) -> None:
        self._by_uuid: dict[UUID, Entry] = {}
        self._by_name: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._by_bare_name: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._namesakes: defaultdict[str, list[Entry]] = defaultdict(list)
        for endorser in with_parts(Endorser.objects.order_by("pk")):
            self._add(Entry(endorser, known(endorser)))
        self._behind = _behind(statement)

    def by_id(self, uuid: UUID | None) -> Entry | None:
        """The entry with that id."""
        return self._by_uuid.get(uuid) if uuid else None

    def by_name(self, draft: Draft) -> list[Entry]:
        """Those listed under one of the draft's headings by its very name, or else nearly so.

        What a visitor submitted and never confirmed is nobody's entry yet.
        """
        name = draft.name.casefold()
        exact = [entry for place in draft.headings for entry in self._by_name[name, place]]
        bare = draft.bare_name
        near = [entry for place in draft.headings for entry in self._by_bare_name[bare, place]]
        found = exact or (near if bare else [])
        return list({entry.endorser.pk: entry for entry in found}.values())

    def namesakes(self, draft: Draft) -> list[Entry]:
        """Everybody in the register of that name, wherever they are listed."""
        return self._namesakes[draft.bare_name] if draft.bare_name else []

    def is_behind(self, entry: Entry) -> bool:
        """Whether the entry stands, or waits to stand, behind the statement."""
        return entry.endorser.pk in self._behind

    def _add(self, entry: Entry) -> None:
        endorser = entry.endorser
        self._by_uuid[endorser.uuid] = entry
        if not endorser.name:
            return
        self._namesakes[endorser.normalised_name].append(entry)
        if endorser.status == Endorser.Status.SUBMITTED:
            return
        for place in entry.headings:
            self._by_name[endorser.name.casefold(), place].append(entry)
            self._by_bare_name[endorser.normalised_name, place].append(entry)


def _behind(statement: Statement | None) -> set[int]:
    if statement is None:
        return set()
    still = Endorsement.objects.filter(statement=statement, counted_until=None)
    return set(still.values_list("endorser", flat=True))
