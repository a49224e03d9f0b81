"""One line of a list as it was read, before anybody asks the register about it."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from .problems import Problem


@dataclass(frozen=True, slots=True)
class ReadRow:
    """The ``values`` of one line by column, and what is wrong with it.

    ``values`` holds the columns that the list has and that could be understood: strings, lists of
    strings (languages), or a boolean; an empty cell is ``""``. ``place`` is a code of
    :data:`coalition.places.PLACES`, NATIONAL or INTERNATIONAL.
    """

    line: int
    values: dict[str, Any]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole list, and what its reader should tell whoever brought it."""

    rows: list[ReadRow] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def to_json(self) -> str:
        """Everything, to be kept until it is taken over."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Reading":
        """What :meth:`to_json` was called on."""
        kept = json.loads(text)
        rows = [
            ReadRow(row["line"], row["values"], tuple(Problem(**one) for one in row["problems"]))
            for row in kept["rows"]
        ]
        return cls(rows, kept["notices"])
