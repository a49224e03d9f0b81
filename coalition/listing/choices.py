"""What a reader may choose from, with how many each choice would show."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..models.endorser import Endorser
from ..places import place_name
from ..spoken import language_name
from .grouping import in_alphabet, places_of
from .rows import Row


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, its name in the reader's language and how many it would show."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of each filter that lead to somebody, in the order of the reader's alphabet."""

    states: list[Choice]
    kinds: list[Choice]
    languages: list[Choice]


def choices_of(rows: Iterable[Row], *, only: str = "") -> Choices:
    """What can be chosen in ``rows``; of the place ``only``, no place."""
    rows = list(rows)
    return Choices(
        states=[] if only else _named(_places(rows), place_name),
        kinds=_named((row.kind for row in rows), _kind_name),
        languages=_named((code for row in rows for code in row.languages), language_name),
    )


def _places(rows: Iterable[Row]) -> Iterable[str]:
    return (code for row in rows for code in places_of(row))


def _kind_name(kind: str) -> str:
    return str(dict(Endorser.Kind.choices).get(kind, kind))


def _named(values: Iterable[str], name: Callable[[str], str]) -> list[Choice]:
    found = [Choice(value, name(value), number) for value, number in Counter(values).items()]
    return sorted(found, key=lambda choice: in_alphabet(choice.label))
