"""A House district, and which Congress's lines hold on a given day."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils import timezone
from django.utils.translation import gettext as _

from .states import STATES, state_name

AT_LARGE = 0
_CODE = re.compile(r"([A-Z]{2})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class District:
    """A House seat's area; ``number`` is 0 for a whole state, the capital or a territory."""

    state: str
    number: int

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read ``IL-9``; raises ``ValueError`` for anything else."""
        match = _CODE.fullmatch(code)
        if match is None or match[1] not in STATES:
            message = f"{code!r} is no district"
            raise ValueError(message)
        return cls(match[1], int(match[2]))

    @property
    def code(self) -> str:
        """The short form of the field, such as ``IL-9`` or ``AK-0``."""
        return f"{self.state}-{self.number}"

    @property
    def label(self) -> str:
        """The district in the reader's language, such as “Illinois, district 9”."""
        if self.number == AT_LARGE:
            return state_name(self.state)
        names = {"state": state_name(self.state), "number": self.number}
        return _("%(state)s, district %(number)s") % names

    def __str__(self) -> str:
        return self.code


def congress_on(day: date) -> int:
    """The number of the Congress sitting on ``day``: a new one every odd year, on 3 January."""
    year = day.year if (day.month, day.day) >= (1, 3) else day.year - 1
    return (year - 1787) // 2


def sitting_congress() -> int:
    """The number of the Congress sitting today."""
    return congress_on(timezone.localdate())
