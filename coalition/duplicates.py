"""Entries that are likely to be of one and the same endorser."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from .models import Endorser, EndorserPlace, EndorserQuerySet

# Those at home everywhere are compared with each other, like neighbors in one place.
EVERYWHERE = "everywhere"
IN_BRACKETS = re.compile(r"\(([^()]+)\)")
DOTTED = re.compile(r"\b\w(?:\.\w)+\b")
# Words that abbreviations leave out.
SMALL_WORDS = frozenset({"a", "and", "at", "de", "for", "in", "of", "on", "the", "to", "y"})
SHORTEST_ABBREVIATION = 3
SHARED_TRIPLES = 0.55
ALIKE = 0.9
# Anybody may think up names that take long to compare; staff must not wait for them.
MOST_NEIGHBORS = 500
MOST_CLOSE_LOOKS = 300


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an entry is compared by.

    ``plain`` is its normalised name, ``triples`` all runs of three characters in it, ``short`` how
    it says it is abbreviated, ``initials`` how it may be, ``numbers`` the numbers in it: Local 1 is
    not Local 73. Names that nobody has confirmed (``by_name_only``) are compared as a whole.
    """

    pk: int
    plain: str
    triples: frozenset[str]
    short: frozenset[str]
    initials: str
    numbers: frozenset[str]
    by_name_only: bool = False


@dataclass(slots=True)
class Patience:
    """How many close looks at two names are left."""

    left: int = MOST_CLOSE_LOOKS

    def has_worn(self) -> bool:
        """Take one look off; whether there was none left."""
        self.left -= 1
        return self.left < 0


def likely_duplicates(keys: Iterable[int] | None = None) -> dict[int, list[int]]:
    """For each endorser of ``keys``, or of all, the likely others, in two queries.

    Those that are declined, and persons whose name is not kept, are nobody's duplicates. Those that
    nobody has confirmed are compared by their whole name only. Endorsers without any are left out.
    """
    wanted = None if keys is None else set(keys)
    found = _found(wanted, first_only=False)
    return {pk: sorted(others) for pk, others in found.items() if wanted is None or pk in wanted}


def with_duplicates(keys: Iterable[int] | None = None) -> set[int]:
    """Those among ``keys``, or all, that have a likely duplicate, in two queries."""
    wanted = None if keys is None else set(keys)
    found = _found(wanted, first_only=True)
    return set(found) if wanted is None else wanted & set(found)


def are_alike(one: Candidate, other: Candidate, patience: Patience) -> bool:
    """Whether two entries in the same place are likely to be the same.

    Without ``patience`` left, those that would need a close look are not.
    """
    if one.plain == other.plain or _is_short_for(one, other) or _is_short_for(other, one):
        return True
    if one.numbers != other.numbers:
        return False
    shared = 2 * len(one.triples & other.triples) / (len(one.triples) + len(other.triples))
    return shared >= SHARED_TRIPLES and _read_alike(one.plain, other.plain, patience)


def candidate(pk: int, name: str, plain: str, *, by_name_only: bool = False) -> Candidate:
    """What the entry ``pk`` with this name, as written and normalised, is compared by."""
    padded = f"  {plain} "
    return Candidate(
        pk=pk,
        plain=plain,
        triples=frozenset(padded[at : at + 3] for at in range(len(padded) - 2)),
        short=frozenset(_short(name, plain)),
        initials="".join(word[0] for word in plain.split() if word not in SMALL_WORDS),
        numbers=frozenset(word for word in plain.split() if word.isdigit()),
        by_name_only=by_name_only,
    )


def _found(wanted: set[int] | None, *, first_only: bool) -> dict[int, set[int]]:
    """The others of each; with ``first_only`` at least one of them for those that are wanted."""
    found: dict[int, set[int]] = defaultdict(set)
    patience = Patience()

    def settled(pk: int) -> bool:
        return pk in found or (wanted is not None and pk not in wanted)

    for one, other in _pairs(wanted):
        if first_only and settled(one.pk) and settled(other.pk):
            continue
        if are_alike(one, other, patience):
            found[one.pk].add(other.pk)
            found[other.pk].add(one.pk)
    return found


def _pairs(wanted: set[int] | None) -> Iterator[tuple[Candidate, Candidate]]:
    """Whom to compare: all of one name in a place, and those there that may be alike."""
    for neighbors in _by_place().values():
        by_name = defaultdict(list)
        for one in neighbors:
            by_name[one.plain].append(one)
        known = [one for one in neighbors if not one.by_name_only]
        for group in (*by_name.values(), known):
            yield from _pairs_within(group, wanted)


def _pairs_within(
    group: list[Candidate], wanted: set[int] | None
) -> Iterator[tuple[Candidate, Candidate]]:
    """Each pair once, of which at least one is wanted; each with so many others at most."""
    ours = [one for one in group if wanted is None or one.pk in wanted]
    others = [one for one in group if wanted is not None and one.pk not in wanted]
    for at, one in enumerate(ours):
        for other in (*ours[at + 1 : at + 1 + MOST_NEIGHBORS], *others[:MOST_NEIGHBORS]):
            yield one, other


def _by_place() -> dict[str, list[Candidate]]:
    codes = defaultdict(list)
    for pk, code in EndorserPlace.objects.values_list("endorser", "code"):
        codes[pk].append(code)
    by_place = defaultdict(list)
    columns = ("pk", "name", "normalised_name", "scope", "status")
    for pk, name, plain, scope, status in _named().values_list(*columns):
        is_new = status == Endorser.Status.SUBMITTED
        one = candidate(pk, name, plain, by_name_only=is_new)
        for code in (*codes[pk], *((EVERYWHERE,) if scope in Endorser.WIDE else ())):
            by_place[code].append(one)
    return by_place


def _named() -> EndorserQuerySet:
    """Those that are listed come first (as the alphabet has it), and then the oldest."""
    named = Endorser.objects.exclude(normalised_name="")
    return named.exclude(status=Endorser.Status.DECLINED).order_by("status", "pk")


def _read_alike(one: str, other: str, patience: Patience) -> bool:
    """Whether two names differ in few letters; what is quick to tell is told first."""
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return False
    return not patience.has_worn() and matcher.ratio() >= ALIKE


def _is_short_for(one: Candidate, other: Candidate) -> bool:
    """Whether the name of ``one`` says what ``other`` is or may be abbreviated to."""
    return bool(one.short & other.short) or other.initials in one.short


def _short(name: str, plain: str) -> Iterator[str]:
    """What the name says its abbreviation is; the name itself if it is one word."""
    words = plain.split()
    said = [*IN_BRACKETS.findall(name), *DOTTED.findall(name), *(words if len(words) == 1 else ())]
    for written in said:
        short = "".join(char for char in written.casefold() if char.isalnum())
        if len(short) >= SHORTEST_ABBREVIATION and not short.isdigit():
            yield short
