"""What the packet says about its numbers, in the language that is active."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from alerts.officials.districts import District
from alerts.officials.states import state_name
from locales.cldr import local_number
from locales.languages import BY_CODE

from ..models import PublishedPetition
from ..small import FEWEST
from .document import isolated
from .totals import Totals

Rows = list[tuple[str, int]]


def standard_letter(version: PublishedPetition, totals: Totals) -> str:
    """The letter where nobody has written another."""
    asked = _letter_signed(totals) if version.petition.is_sign_on else _petition_signed(totals)
    told = {"count": local_number(totals.count), "title": isolated(version.title)}
    return "\n".join([asked % told, _("We ask you to act on it, and to tell us what you decide.")])


def untranslated_sentence(locale: str) -> str:
    """That the words which follow are in the language ``locale`` only."""
    said = _("These words have not been translated yet. They are in this language: %(language)s")
    return said % {"language": isolated(_language(locale))}


def names_sentence(*, is_letter: bool) -> str:
    """Why these names may be read, and how those under a letter are meant."""
    agreed = _("These signers agreed to be shown.")
    if not is_letter:
        return agreed
    return "\n".join([agreed, _("Organizations are named for identification purposes only.")])


def paper_sentence(totals: Totals) -> str:
    """The signatures on paper, which are counted apart; empty without any."""
    if not totals.on_paper:
        return ""
    said = ngettext(
        "Another %(count)s signature was given on paper.",
        "Another %(count)s signatures were given on paper.",
        totals.on_paper,
    )
    return said % {"count": local_number(totals.on_paper)}


def small_sentence() -> str:
    """Why the numbers of a list do not add up."""
    said = _("Fewer than %(number)s are not shown by themselves, so that nobody is recognized.")
    return said % {"number": local_number(FEWEST)}


def parts(totals: Totals) -> list[tuple[str, str, Rows]]:
    """The lists of numbers: heading, what is counted, and label with number; the rest comes last.

    Lists without anything to show are left out.
    """
    lists = [
        (_("By state"), pgettext("US state", "State"), _rows(totals, totals.states, state_name)),
        (_("By district of Congress"), _("District"), _rows(totals, totals.districts, _district)),
        (_("By language"), _("Language"), _rows(totals, totals.languages, _language)),
    ]
    return [part for part in lists if part[2]]


def _petition_signed(totals: Totals) -> str:
    return ngettext(
        "%(count)s person has signed the petition “%(title)s”. The words of the petition follow,"
        " with the numbers by place and language.",
        "%(count)s people have signed the petition “%(title)s”. The words of the petition follow,"
        " with the numbers by place and language.",
        totals.count,
    )


def _letter_signed(totals: Totals) -> str:
    return ngettext(
        "%(count)s person has signed the letter “%(title)s”. Its words follow, with the numbers by"
        " place and language.",
        "%(count)s people have signed the letter “%(title)s”. Its words follow, with the numbers by"
        " place and language.",
        totals.count,
    )


def _rows(totals: Totals, counts: dict[str, int], named: Callable[[str], str]) -> Rows:
    rows = [(named(code), number) for code, number in counts.items()]
    rest = totals.count - sum(counts.values())
    return [*rows, (_("Others and not known"), rest)] if rows and rest else rows


def _district(code: str) -> str:
    return District.parse(code).label


def _language(code: str) -> str:
    return BY_CODE[code].own_name if code in BY_CODE else code
