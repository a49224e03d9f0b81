"""The letter headings of a list: which letters stand together, and under which a name belongs."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from django.utils.translation import gettext as _

# The article that Arabic writes as part of the word; a name is looked up without it.
ARABIC_ARTICLE = re.compile(r"^ال(?=\w\w)")
RANGE = re.compile(r"(\w)(?:\s*[-–—]\s*(\w))?")


class LetterRangeError(ValueError):
    """A text of letter ranges that cannot be read; says in a sentence why."""


def letter_of(name: str) -> str:
    """The letter under which ``name`` is looked up: a capital, without accents and article."""
    return capital(ARABIC_ARTICLE.sub("", name.strip())[:1])


def capital(letter: str) -> str:
    """``letter`` in its plain form: É is E, أ is ا."""
    return unicodedata.normalize("NFKD", letter)[:1].upper()[:1]


@dataclass(frozen=True, slots=True)
class LetterRanges:
    """Letters that share a heading, as pairs of first and last: ``(("A", "A"), ("B", "C"))``."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``A, B-C, D-F``; raises :class:`LetterRangeError`.

        Ranges may be of several scripts; each letter may stand in one of them only.
        """
        parts = [part.strip() for part in re.split(r"[,،;]", text)]
        pairs = sorted(_pair(part) for part in parts if part)
        for (_first, last), (first, _last) in pairwise(pairs):
            if first <= last:
                raise LetterRangeError(_("The letter “%s” stands in two headings.") % first)
        return cls(tuple(pairs))

    @classmethod
    def parse_kindly(cls, text: str) -> Self:
        """The ranges of ``text``, or none where it cannot be read: a heading for each letter."""
        try:
            return cls.parse(text)
        except LetterRangeError:
            return cls()

    def range_of(self, letter: str) -> tuple[str, str]:
        """The range in which ``letter`` stands; a range of its own if in none."""
        found = (pair for pair in self.pairs if pair[0] <= letter <= pair[1])
        return next(found, (letter, letter))


def heading(letters: Iterable[str]) -> str:
    """The heading of the letters that are there: ``D-F`` for D and F, ``M`` for M alone."""
    present = sorted(set(letters))
    return present[0] if len(present) == 1 else f"{present[0]}-{present[-1]}"


def _pair(part: str) -> tuple[str, str]:
    found = RANGE.fullmatch(part)
    if found is None:
        problem = _("“%s” is no letter and no range of letters such as D-F.")
        raise LetterRangeError(problem % part)
    first, last = capital(found[1]), capital(found[2] or found[1])
    if first > last or _script(first) != _script(last):
        raise LetterRangeError(_("In “%s” the first letter does not come before the last.") % part)
    return first, last


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
