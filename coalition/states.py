"""One state seen from the coalition: who is at home there, what is asked, who decides."""

from dataclasses import dataclass
from typing import Any

from home.cards import Card, HasCardsOfState

from .listing.addresses import state_urls, statement_page_for
from .listing.counts import counts_by_place
from .listing.grouping import in_alphabet, places_of
from .listing.rows import Row
from .map.numbers import label
from .models.endorser import Endorser
from .places import PLACES, TRIBAL, place_name
from .seats import seats_of
from .services.statements import latest_version


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
        "letters": [card for card in cards if "letter" in card.asks],
        "join_url": join_url(coalition),
    }


def cards_of(code: str, coalition: Any) -> list[Card]:
    """What the pages beside ``coalition`` ask for in the place, the most urgent first."""
    pages = coalition.get_parent().get_children().live().public().specific()
    indexes = [page for page in pages if isinstance(page, HasCardsOfState)]
    return [card for index in indexes for card in index.cards_of_state(code)]


def join_url(coalition: Any) -> str:
    """Where the form of the main statement is in this language; empty where there is none."""
    version = latest_version(coalition.statement, coalition.locale.language_code)
    home = statement_page_for(version) if version and version.statement.is_open else None
    pages = (home, coalition) if home else ()
    found = (page.url for page in pages if page.shows_form)
    return next((f"{url}#statement-{coalition.statement_id}" for url in found), "")
