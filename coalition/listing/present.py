"""The list as a page shows it: filtered, under its headings, with the way to search it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from locales.cldr import local_date

from .addresses import coalition_page_for, states_url
from .choices import Choices, choices_of
from .filters import Filters
from .grouping import Listing, group, of_place
from .letters import LetterRanges
from .reading import reading_of
from .rows import Row


@dataclass(frozen=True, slots=True)
class Part:
    """A list of its own on the page; ``key`` begins its anchors, ``level`` is its headings'."""

    key: str
    title: str
    listing: Listing
    level: int

    @property
    def sublevel(self) -> int:
        """The level of the states' headings."""
        return self.level + 1


@dataclass(frozen=True, slots=True)
class ListingView:
    """What ``components/endorser_listing.html`` shows.

    ``number`` tells the lists of a page apart and ``key`` is the list's own anchor; ``address`` is
    its page's, without filters. ``states_url`` is what a state's slug is added to for its own page,
    empty where there is no such page. ``level`` is that of the first headings.
    """

    parts: list[Part]
    number: int
    key: str
    filters: Filters
    choices: Choices | None
    shown: int
    total: int
    address: str
    states_url: str
    level: int

    @property
    def has_jumps(self) -> bool:
        """Whether there are headings enough to jump between."""
        found = [part.listing for part in self.parts]
        return len(self.parts) > 1 or any(len(listing.groups) > 1 for listing in found)


def listing_context(
    rows: Iterable[Row],
    *,
    page: Any = None,
    request: HttpRequest | None = None,
    since: Iterable[Row] = (),
    as_of: datetime.date | None = None,
    only: str = "",
    level: int = 2,
    searchable: bool = True,
) -> dict[str, Any]:
    """The context of ``{% include "components/endorser_listing.html" %}``: ``{"listing": …}``.

    ``rows`` come from :func:`~coalition.listing.public_rows` or a ``Standing``; with ``as_of`` they
    are the list of that day, and ``since`` who joined later is shown apart. ``only`` is a place's
    code: the list is of nobody else. Filters are read from ``request`` where it is ``searchable``
    and the first of its page that is. ``page`` is where the list stands; letters and states' pages
    are those of the coalition page in its language (one query, unless it is that page). ``level``
    is that of the first headings: 2, or 3 below a heading of the block's own.
    """
    coalition, reading = coalition_page_for(page), reading_of(request)
    number = reading.next_list()
    key = "endorsers" if number == 1 else f"endorsers-{number}"
    searchable = searchable and reading.take_search()
    filters = _asked(request, only) if request and searchable else Filters()
    rows, since = of_place(rows, only), of_place(since, only)
    shown, shown_since = filters.apply(rows), filters.apply(since)
    ranges = LetterRanges.parse_kindly(coalition.letter_ranges if coalition else "")
    listed, listed_since = (
        group(some, ranges, only=only or filters.state) for some in (shown, shown_since)
    )
    view = ListingView(
        parts=_parts(listed, listed_since, as_of, key, level),
        number=number,
        key=key,
        filters=filters,
        choices=choices_of([*rows, *since], only=only) if searchable else None,
        shown=len(shown) + len(shown_since),
        total=len(rows) + len(since),
        address=page.url if page else "",
        states_url=states_url(coalition),
        level=level,
    )
    return {"listing": view}


def _asked(request: HttpRequest, only: str) -> Filters:
    """What the reader asks for; a list of one place has no place to choose."""
    asked = Filters.read(request.GET)
    return replace(asked, state="") if only else asked


def _parts(
    listed: Listing, since: Listing, as_of: datetime.date | None, key: str, level: int
) -> list[Part]:
    """One list without a heading, or the delivered one and who joined since."""
    if as_of is None:
        return [Part(key, "", listed, level)]
    day = {"day": local_date(as_of)}
    parts = [
        Part(key, _("As of %(day)s") % day, listed, level + 1),
        Part(f"{key}-since", _("Joined since %(day)s") % day, since, level + 1),
    ]
    return [part for part in parts if part.listing.total]
