"""The steps of a petition's goal: honest ones, each a little further than what is there."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from alerts.supporters.characters import ascii_digits

LADDER = (100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000)
LAST_STEPS = 1_000_000
MOST = 1_000_000_000
SEPARATORS = re.compile(r"[,;،؛\n]")
NUMBER = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f\u066c]\d{3})+|\d+", re.ASCII)
# What may be one number or several: commas with nothing but three digits after each.
COMMAS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many signatures count, how many are hoped for next, and the last step behind; 0 for none.

    ``on_paper`` are counted by staff and are no part of ``count``. ``is_confirmed`` says whether
    every signer's address was confirmed.
    """

    count: int
    goal: int
    reached: int = 0
    on_paper: int = 0
    is_confirmed: bool = True


def read_steps(text: str) -> tuple[int, ...]:
    """The steps written as ``500, 1000`` in any digits; the usual ladder for an empty text.

    A comma amid digits may part steps or thousands: where only one of the two makes sense, that is
    what it means. Raises ``ValidationError`` for what is no rising row of numbers, and for what may
    be two of them.
    """
    plain = ascii_digits(text)
    as_thousands = COMMAS.sub(lambda found: found[0].replace(",", ""), plain)
    rising = {row for row in map(_numbers, (plain, as_thousands)) if _rises(row)}
    possible = [row for row in rising if max(row, default=0) <= MOST]
    if not rising:
        raise ValidationError(_("Please let every step be higher than the one before."))
    if not possible:
        raise ValidationError(_("Please write smaller numbers: no petition comes so far."))
    if len(possible) > 1:
        raise ValidationError(
            _(
                "Please write numbers without commas in them, and a space after each comma between"
                " two numbers, for instance 500, 1500."
            )
        )
    return possible[0] or LADDER


def validate_steps(text: str) -> None:
    """Raise ``ValidationError`` where :func:`read_steps` does."""
    read_steps(text)


def goal_for(count: int, steps: tuple[int, ...]) -> int:
    """The step to reach next; beyond an editor's own last one, that one stays the goal."""
    ahead = next((step for step in steps if step > count), None)
    if ahead is not None:
        return ahead
    if steps == LADDER:
        return (count // LAST_STEPS + 1) * LAST_STEPS
    return steps[-1]


def reached(count: int, steps: tuple[int, ...]) -> int:
    """The highest step that ``count`` has reached; 0 for none."""
    passed = [step for step in steps if step <= count]
    beyond = count // LAST_STEPS * LAST_STEPS if steps == LADDER else 0
    return max([*passed, beyond, 0])


def _numbers(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in SEPARATORS.split(text) if part.strip()]
    if not all(NUMBER.fullmatch(part) for part in parts):
        raise ValidationError(
            _("Please write numbers with commas between them, for instance 500, 1000.")
        )
    return tuple(int(re.sub(r"\D", "", part)) for part in parts)


def _rises(steps: tuple[int, ...]) -> bool:
    return all(before < after for before, after in pairwise((0, *steps)))
