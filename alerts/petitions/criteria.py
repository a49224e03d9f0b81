"""Which signatures a bulk change is about, as plain values that name nobody."""

import datetime
import hashlib
import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from django.db.models import Q


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that is given must fit; ``since`` is within, ``before`` is not. Addresses are hashes."""

    state: str = ""
    held_for: str = ""
    domain_hash: str = ""
    network_hash: str = ""
    email_hash: str = ""
    source: str = ""
    locale: str = ""
    country: str = ""
    region: str = ""
    since: datetime.datetime | None = None
    before: datetime.datetime | None = None

    @property
    def asks_only_when(self) -> bool:
        """Whether nothing is asked but the time of signing, if that."""
        return replace(self, since=None, before=None) == Criteria()

    @property
    def without_address(self) -> "Criteria":
        """The same, but for the one thing that tells who somebody is."""
        return replace(self, email_hash="")

    @property
    def digest(self) -> str:
        """What two equal criteria have in common."""
        return hashlib.sha256(json.dumps(self.to_json()).encode()).hexdigest()

    def as_filter(self) -> Q:
        """The signatures that fit."""
        times = Q()
        if self.since:
            times &= Q(signed_at__gte=self.since)
        if self.before:
            times &= Q(signed_at__lt=self.before)
        return times & Q(**self._equal())

    def to_json(self) -> dict[str, str]:
        """What :meth:`from_json` reads; only what is given."""
        given = {name: value for name, value in asdict(self).items() if value}
        times = {name: given[name].isoformat() for name in TIMES if name in given}
        return given | times

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Criteria":
        """What :meth:`to_json` wrote."""
        parse = datetime.datetime.fromisoformat
        return cls(**stored | {name: parse(stored[name]) for name in TIMES if name in stored})

    def _equal(self) -> dict[str, str]:
        columns = [column.name for column in fields(self) if column.name not in TIMES]
        return {column: value for column in columns if (value := getattr(self, column))}


TIMES = ("since", "before")
