"""Cards: how any page presents itself where the front door lists it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from wagtail.images.models import AbstractImage


@dataclass(frozen=True, slots=True)
class Card:
    """A page in a few words: what a list shows of it.

    ``kind`` is a translated word for what it is ("Action alert"), ``state`` a machine name for
    styling ("open"), ``state_label`` the translated word a reader sees. ``asks`` names what can be
    done there now ("petition", "letter").
    """

    title: str
    url: str
    summary: str = ""
    image: AbstractImage | None = None
    kind: str = ""
    state: str = ""
    state_label: str = ""
    asks: frozenset[str] = frozenset()


@runtime_checkable
class HasCards(Protocol):
    """An index that can show the cards of what it lists, the most urgent first."""

    def cards(self) -> Iterable[Card]: ...


@runtime_checkable
class HasCardsOfState(Protocol):
    """An index that can show the cards of what concerns one state, the most urgent first."""

    def cards_of_state(self, state: str) -> Iterable[Card]: ...
