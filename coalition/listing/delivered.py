"""The figures of a statement's list: as it was handed over, or as it stands now."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from locales.cldr import local_date, local_number

from ..models.statement import Statement
from .counts import Figures, numbers_of
from .rows import public_rows


def kept_figures(statement: Statement) -> Figures | None:
    """The figures of the list that was handed over, once they are stored."""
    return Figures(**statement.delivered) if statement.delivered else None


def count_sentence(statement: Statement) -> str:
    """How many stood behind it when it was delivered, else how many do now; empty for nobody."""
    day, count = statement.frozen_as_of, statement.count
    if day is not None:
        return as_of_sentence(day, kept_figures(statement) or _counted(statement, day))
    text = ngettext("%(number)s endorser so far.", "%(number)s endorsers so far.", count)
    return text % {"number": local_number(count)} if count else ""


def as_of_sentence(day: datetime.date, figures: Figures) -> str:
    """How many were on the list of ``day``."""
    return _("As of %(day)s: %(who)s.") % {"day": local_date(day), "who": figures.who}


def corrected_sentence(number: int) -> str:
    """That the list has ``number`` entries today, which is not what was handed over."""
    return ngettext(
        "The list below has %(number)s entry now: it was corrected after the delivery, for example"
        " where somebody was listed twice.",
        "The list below has %(number)s entries now: it was corrected after the delivery, for"
        " example where somebody was listed twice.",
        number,
    ) % {"number": local_number(number)}


def _counted(statement: Statement, day: datetime.date) -> Figures:
    return numbers_of(public_rows(statement=statement, as_of=day))
