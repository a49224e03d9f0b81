"""Who stands behind a statement: on the list that was delivered, and since."""

import datetime
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from locales.cldr import local_date, local_number

from ..models.statement import Statement
from .counts import Numbers, numbers_of
from .rows import Row, public_rows


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody behind one statement, each once.

    ``as_of`` is the day at whose end the list was frozen; while there is none, ``delivered`` are
    those who stand behind the statement now and ``since`` is empty. Once it is frozen,
    ``delivered`` is the list as it was, with ``withdrawn`` on the rows of those who stand behind
    it no more, and ``since`` are those who stand behind it now without being on that list. Both
    are in order.
    """

    as_of: datetime.date | None
    delivered: list[Row]
    since: list[Row]

    @property
    def now(self) -> list[Row]:
        """Those who stand behind it now, whenever they came, in order."""
        rows = [row for row in self.delivered if not row.withdrawn] + self.since
        return sorted(rows, key=lambda row: (row.sort_key, row.name)) if self.since else rows

    @property
    def counts(self) -> Numbers:
        """How many are on the list: what was delivered stays delivered."""
        return numbers_of(self.delivered)

    @property
    def since_counts(self) -> Numbers:
        """How many came later."""
        return numbers_of(self.since)

    @property
    def withdrawn(self) -> int:
        """How many on the list stand behind the statement no more."""
        return sum(row.withdrawn for row in self.delivered)

    @property
    def sentences(self) -> list[str]:
        """How many stand behind it; of a delivered list also who joined or has withdrawn since."""
        if self.as_of is None:
            return [self.counts.sentence]
        words = {"day": local_date(self.as_of), "who": self.counts.who}
        said = [_("As of %(day)s: %(who)s.") % words]
        if self.since:
            said.append(_("Joined since: %(who)s.") % {"who": self.since_counts.who})
        if self.withdrawn:
            said.append(_withdrawn(self.withdrawn))
        return said


def standing(statement: Statement) -> Standing:
    """Who stands behind ``statement``, read in a constant number of queries."""
    now = public_rows(statement=statement)
    day = statement.frozen_as_of
    if day is None:
        return Standing(None, now, [])
    present = {row.uuid for row in now}
    then = public_rows(statement=statement, as_of=day)
    listed = {row.uuid for row in then}
    return Standing(
        as_of=day,
        delivered=[replace(row, withdrawn=row.uuid not in present) for row in then],
        since=[row for row in now if row.uuid not in listed],
    )


def _withdrawn(number: int) -> str:
    return ngettext(
        "%(number)s on the list has withdrawn since.",
        "%(number)s on the list have withdrawn since.",
        number,
    ) % {"number": local_number(number)}
