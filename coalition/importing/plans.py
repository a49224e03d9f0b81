"""What an import would do, before anything is done."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from ..models import Endorser
from .problems import Problem


class Outcome(StrEnum):
    """What becomes of one endorser of a list."""

    CREATED = "created"
    CHANGED = "changed"
    SKIPPED = "skipped"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Change:
    """One column of an endorser, as it is and as it would be."""

    column: str
    before: Any
    after: Any


@dataclass(slots=True)
class Item:
    """One endorser of the list, and what is to be done with it.

    ``values`` are those to write, ``endorser`` is its entry in the register if it has one.
    ``endorses`` says whether it comes to stand behind the statement, ``contact`` what to seal and
    ``replaces_contact`` whether another contact goes for it. ``hints`` are sentences to look at.
    """

    lines: list[int]
    name: str
    headings: list[str]
    outcome: Outcome
    uuid: UUID | None = None
    endorser: Endorser | None = None
    values: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    endorses: bool = False
    contact: dict[str, str] = field(default_factory=dict)
    replaces_contact: bool = False
    hints: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def told(self) -> object:
        """What must be the same when it is done as when it was shown."""
        pk = self.endorser.pk if self.endorser else None
        said = (self.values, self.changes, self.contact, self.problems)
        return (self.lines, self.outcome, pk, self.endorses, self.replaces_contact, said)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import would do, in the order of the list."""

    items: list[Item]

    @property
    def created(self) -> list[Item]:
        """Endorsers that are not in the register yet."""
        return self._of(Outcome.CREATED)

    @property
    def changed(self) -> list[Item]:
        """Endorsers whose entries would change."""
        return self._of(Outcome.CHANGED)

    @property
    def skipped(self) -> list[Item]:
        """Endorsers whose entries say the same already."""
        return self._of(Outcome.SKIPPED)

    @property
    def bad(self) -> list[Item]:
        """Endorsers that cannot be taken over."""
        return self._of(Outcome.PROBLEM)

    @property
    def problems(self) -> list[Problem]:
        """Why not, in the order of the lines."""
        found = [problem for item in self.bad for problem in item.problems]
        return sorted(found, key=lambda problem: problem.line)

    @property
    def bad_rows(self) -> int:
        """How many rows are left out where those with problems are."""
        return sum(len(item.lines) for item in self.bad)

    @property
    def digest(self) -> str:
        """Equal for plans that do the same."""
        return hashlib.sha256(repr([item.told() for item in self.items]).encode()).hexdigest()

    def _of(self, outcome: Outcome) -> list[Item]:
        return [item for item in self.items if item.outcome == outcome]
