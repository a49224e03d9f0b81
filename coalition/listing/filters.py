"""What a reader looks for in the list, read from an address."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from ..models.endorser import Endorser
from ..places import PLACES
from ..spoken import SPOKEN
from .grouping import places_of
from .rows import Row

LONGEST_QUERY = 100


def folded(text: str) -> str:
    """``text`` as it is compared: letters, digits and spaces, without case and accents.

    ``static/js/endorser-filter.js`` folds alike.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return "".join(char for char in text if char.isalnum() or char.isspace()).casefold()


@dataclass(frozen=True, slots=True)
class Filters:
    """The words looked for, and the place, kind and language chosen; empty is any."""

    q: str = ""
    state: str = ""
    kind: str = ""
    language: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        """What ``query`` asks for; a value that does not exist asks for nothing."""
        return cls(
            q=query.get("q", "")[:LONGEST_QUERY].strip(),
            state=place_code(query.get("state", "")),
            kind=_if_known(query.get("kind", ""), Endorser.Kind.values),
            language=_if_known(query.get("language", ""), SPOKEN),
        )

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    @property
    def query(self) -> str:
        """The address's part after the question mark; empty where nothing is asked."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    def apply(self, rows: Iterable[Row]) -> list[Row]:
        """Those of ``rows`` that are looked for, in their order."""
        words = folded(self.q).split()
        return [row for row in rows if self._chooses(row) and _holds(row, words)]

    def _chooses(self, row: Row) -> bool:
        return (
            self.state in {"", *places_of(row)}
            and self.kind in {"", row.kind}
            and self.language in {"", *row.languages}
        )


def place_code(written: str) -> str:
    """The code of the place that an address names, ``GA`` for ``ga``; empty if there is none."""
    return next((code for code in PLACES if code.lower() == written.lower()), "")


def _if_known(value: str, known: Collection[str]) -> str:
    return value if value in known else ""


def _holds(row: Row, words: list[str]) -> bool:
    """Whether every word is part of who the endorser is."""
    if not words:
        return True
    text = folded(f"{row.name} {row.affiliation} {row.city} {row.nation}")
    return all(word in text for word in words)
