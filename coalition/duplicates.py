"""Entries that are likely to be of one and the same endorser."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from .models import Endorser, EndorserPlace, EndorserQuerySet

# Those at home everywhere are compared with each other, like neighbors in one place.
EVERYWHERE = "everywhere"
WIDE = frozenset({Endorser.Scope.NATIONAL, Endorser.Scope.INTERNATIONAL})
IN_BRACKETS = re.compile(r"\(([^()]+)\)")
DOTTED = re.compile(r"\b\w(?:\.\w)+\b")
# Words that abbreviations leave out.
SMALL_WORDS = frozenset({"a", "and", "at", "de", "for", "in", "of", "on", "the", "to", "y"})
SHORTEST_ABBREVIATION = 3
SHARED_TRIPLES = 0.55
ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an entry is compared by.

    ``plain`` is its normalised name, ``triples`` all runs of three characters in it, ``short`` how
    it says it is abbreviated, ``initials`` how it may be, ``numbers`` the numbers in it: Local 1 is
    not Local 73.
    """

    pk: int
    plain: str
    triples: frozenset[str]
    short: frozenset[str]
    initials: str
    numbers: frozenset[str]


def likely_duplicates(keys: Iterable[int] | None = None) -> dict[int, list[int]]:
    """For each endorser of ``keys``, or of all, the likely others, in two queries.

    Those that are declined, and persons whose name is not kept, are nobody's duplicates. Endorsers
    without any are left out.
    """
    wanted = None if keys is None else set(keys)
    found: dict[int, set[int]] = defaultdict(set)
    for neighbors in _by_place().values():
        for one, other in _pairs(neighbors, wanted):
            found[one.pk].add(other.pk)
            found[other.pk].add(one.pk)
    return {pk: sorted(others) for pk, others in found.items() if wanted is None or pk in wanted}


def are_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two entries in the same place are likely to be the same."""
    if one.plain == other.plain or _is_short_for(one, other) or _is_short_for(other, one):
        return True
    if one.numbers != other.numbers:
        return False
    shared = 2 * len(one.triples & other.triples) / (len(one.triples) + len(other.triples))
    return (
        shared >= SHARED_TRIPLES and SequenceMatcher(None, one.plain, other.plain).ratio() >= ALIKE
    )


def candidate(pk: int, name: str, plain: str) -> Candidate:
    """What the entry ``pk`` with this name, as written and normalised, is compared by."""
    padded = f"  {plain} "
    return Candidate(
        pk=pk,
        plain=plain,
        triples=frozenset(padded[at : at + 3] for at in range(len(padded) - 2)),
        short=frozenset(_short(name, plain)),
        initials="".join(word[0] for word in plain.split() if word not in SMALL_WORDS),
        numbers=frozenset(word for word in plain.split() if word.isdigit()),
    )


def _by_place() -> dict[str, list[Candidate]]:
    candidates, by_place = {}, defaultdict(list)
    for pk, name, plain, scope in _named().values_list("pk", "name", "normalised_name", "scope"):
        candidates[pk] = candidate(pk, name, plain)
        if scope in WIDE:
            by_place[EVERYWHERE].append(candidates[pk])
    for pk, code in EndorserPlace.objects.values_list("endorser", "code"):
        if pk in candidates:
            by_place[code].append(candidates[pk])
    return by_place


def _named() -> EndorserQuerySet:
    named = Endorser.objects.exclude(normalised_name="")
    return named.exclude(status=Endorser.Status.DECLINED).order_by("pk")


def _pairs(
    neighbors: list[Candidate], wanted: set[int] | None
) -> Iterator[tuple[Candidate, Candidate]]:
    """Those that are alike, each pair once, of which at least one is wanted."""
    ours = [one for one in neighbors if wanted is None or one.pk in wanted]
    others = [one for one in neighbors if wanted is not None and one.pk not in wanted]
    for at, one in enumerate(ours):
        for other in (*ours[at + 1 :], *others):
            if are_alike(one, other):
                yield one, other


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
