"""How many stand together: in all, by place and by kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alerts.officials.states import STATES
from locales.cldr import local_list, local_number

from ..places import PLACES
from .grouping import places_of
from .rows import Row


@dataclass(frozen=True, slots=True)
class Figures:
    """A list in three figures; ``places`` are the states and territories somebody is at home in."""

    organizations: int
    persons: int
    places: int

    @property
    def total(self) -> int:
        """Everybody, once."""
        return self.organizations + self.persons

    @property
    def who(self) -> str:
        """Organizations and people in one phrase: “12 organizations and 3 people”."""
        return local_list(part for part in (self._organizations, self._persons) if part)

    @property
    def where(self) -> str:
        """The number of states: “31 states and territories”; empty for none."""
        text = ngettext(
            "%(number)s state or territory", "%(number)s states and territories", self.places
        )
        return text % {"number": local_number(self.places)} if self.places else ""

    @property
    def _organizations(self) -> str:
        if not self.organizations and self.persons:
            return ""
        text = ngettext("%(number)s organization", "%(number)s organizations", self.organizations)
        return text % {"number": local_number(self.organizations)}

    @property
    def _persons(self) -> str:
        text = ngettext("%(number)s person", "%(number)s people", self.persons)
        return text % {"number": local_number(self.persons)} if self.persons else ""

    @property
    def sentence(self) -> str:
        """Who stands together, and in how many states."""
        if not self.total:
            return _("Be the first to join.")
        if not self.where:
            return _("Standing together: %(who)s.") % {"who": self.who}
        words = {"who": self.who, "where": self.where}
        return _("Standing together: %(who)s, in %(where)s.") % words


@dataclass(frozen=True, slots=True)
class Numbers(Figures):
    """A list in numbers; each endorser counts once, but in ``by_place`` in each of its places.

    ``by_place`` has every place, also with 0; who works nationally or abroad counts in none.
    """

    by_place: dict[str, int]


def numbers_of(rows: Iterable[Row]) -> Numbers:
    """The numbers of ``rows``."""
    rows = list(rows)
    counts = counts_by_place(rows)
    persons = sum(row.is_person for row in rows)
    return Numbers(
        organizations=len(rows) - persons,
        persons=persons,
        places=sum(counts[code] > 0 for code in STATES),
        by_place={code: counts[code] for code in PLACES},
    )


def counts_by_place(rows: Iterable[Row]) -> Counter[str]:
    """How many are at home in each place; who is at home in several counts in each."""
    return Counter(code for row in rows for code in places_of(row))
