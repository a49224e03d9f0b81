"""One state seen from the coalition: who is at home there, what is asked, who decides."""

from dataclasses import dataclass
from typing import Any

from home.cards import Card, HasCardsOfState

from .listing.addresses import state_urls
from .listing.counts import counts_by_place
from .listing.grouping import in_alphabet, places_of
from .listing.rows import Row
from .map.numbers import label
from .models.endorser import Endorser
from .models.statement import Statement
from .places import PLACES, TRIBAL, place_name
from .seats import letters_on, seats_of


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with its number and its page; ``label`` says both in a phrase."""

    name: str
    label: str
    number: int
    url: str


def all_places(rows: list[Row], coalition: Any) -> list[PlaceLine]:
    """Every place in the order of the reader's alphabet, the tribal nations last."""
    counts, urls = counts_by_place(rows), state_urls(coalition)
    named = {code: place_name(code) for code in PLACES}
    codes = sorted(PLACES, key=lambda code: (code == TRIBAL, in_alphabet(named[code])))
    return [
        PlaceLine(named[code], label(named[code], counts[code]), counts[code], urls[code])
        for code in codes
    ]


def facts_of(code: str, rows: list[Row], coalition: Any) -> dict[str, Any]:
    """What ``pages/state_page.html`` shows of the place ``code``; ``rows`` are the whole list."""
    here = [row for row in rows if code in places_of(row)]
    cards, seats = cards_of(code, coalition), seats_of(code)
    return {
        "place": place_name(code),
        "rows": here,
        "national": [row for row in rows if row.scope == Endorser.Scope.NATIONAL],
        "cards": cards,
        "seats": seats,
        "letters": letters_on(cards) if seats and cards else [],
        "join_url": join_url(coalition),
    }


def cards_of(code: str, coalition: Any) -> list[Card]:
    """What the pages beside ``coalition`` ask for in the place, the most urgent first."""
    pages = coalition.get_parent().get_children().live().public().specific()
    indexes = [page for page in pages if isinstance(page, HasCardsOfState)]
    return [card for index in indexes for card in index.cards_of_state(code)]


def join_url(coalition: Any) -> str:
    """Where the main statement can be joined in this language; empty where it cannot."""
    statement: Statement | None = coalition.statement
    if statement is None or not statement.is_open:
        return ""
    pages = coalition.get_children().live().public().specific()
    found = (page.url for page in pages if page.statement == statement)
    return next((f"{url}#statement-{statement.pk}" for url in found), "")
