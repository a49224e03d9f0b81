"""The steps of a petition's goal: honest ones, each a little further than what is there."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LADDER = (100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000)
LAST_STEPS = 1_000_000
MOST = 1_000_000_000
NUMBER = re.compile(r"\d{1,3}(?:[  ]\d{3})+|\d+", re.ASCII)


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
    """The steps written as ``500, 1000``; the usual ladder for an empty text.

    Raises ``ValidationError`` for what is no rising row of numbers.
    """
    parts = [part.strip() for part in re.split(r"[,;،\n]", text) if part.strip()]
    if not all(NUMBER.fullmatch(part) for part in parts):
        raise ValidationError(
            _("Please write numbers with commas between them, for instance 500, 1000.")
        )
    steps = tuple(int(re.sub(r"\D", "", part)) for part in parts)
    if any(before >= after for before, after in pairwise((0, *steps))):
        raise ValidationError(_("Please let every step be higher than the one before."))
    if steps and steps[-1] > MOST:
        raise ValidationError(_("Please write smaller numbers: no petition comes so far."))
    return steps or LADDER


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
