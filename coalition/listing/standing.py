"""Who stands behind a statement: on the list that was delivered, and since."""

import datetime
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from locales.cldr import local_number

from ..models.statement import Statement
from .counts import Figures, Numbers, numbers_of
from .delivered import as_of_sentence, corrected_sentence, kept_figures
from .rows import Row, public_rows


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody behind one statement, each once.

    ``as_of`` is the day at whose end the list was frozen; while there is none, ``delivered`` are
    those who stand behind the statement now and ``since`` is empty. Once it is frozen,
    ``delivered`` is the list as it was, with ``withdrawn`` on the rows of those who stand behind
    it no more, and ``since`` are those who stand behind it now without being on that list. Both
    are in order. ``kept`` are the figures of the list as it was handed over, once they are stored:
    entries that are joined or added afterwards do not change them.
    """

    as_of: datetime.date | None
    delivered: list[Row]
    since: list[Row]
    kept: Figures | None = None

    @property
    def now(self) -> list[Row]:
        """Those who stand behind it now, whenever they came, in order."""
        rows = [row for row in self.delivered if not row.withdrawn] + self.since
        return sorted(rows, key=lambda row: (row.sort_key, row.name)) if self.since else rows

    @property
    def counts(self) -> Figures:
        """How many there were: what was delivered stays delivered."""
        return self.kept or numbers_of(self.delivered)

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
        """How many stand behind it; of a delivered list also who joined or left since."""
        if self.as_of is None:
            return [self.counts.sentence]
        said = [as_of_sentence(self.as_of, self.counts)]
        if self._is_corrected:
            said.append(corrected_sentence(len(self.delivered)))
        if self.since:
            said.append(_("Joined since: %(who)s.") % {"who": self.since_counts.who})
        if self.withdrawn:
            said.append(_withdrawn(self.withdrawn))
        return said

    @property
    def _is_corrected(self) -> bool:
        """Whether the list counts otherwise today than when it was handed over."""
        if self.kept is None:
            return False
        listed = numbers_of(self.delivered)
        return (listed.organizations, listed.persons) != (
            self.kept.organizations,
            self.kept.persons,
        )


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
        since=[replace(row, later=True) for row in now if row.uuid not in listed],
        kept=kept_figures(statement),
    )


def _withdrawn(number: int) -> str:
    return ngettext(
        "%(number)s on the list no longer stands behind it.",
        "%(number)s on the list no longer stand behind it.",
        number,
    ) % {"number": local_number(number)}
