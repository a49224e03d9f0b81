"""The public list: read at once, filtered, grouped, counted and shown."""

from .addresses import coalition_page_for, state_urls
from .counts import Figures, Numbers, counts_by_place, numbers_of
from .filters import Filters
from .present import ListingView, listing_context
from .rows import Row, public_rows
from .standing import Standing, standing

__all__ = [
    "Figures",
    "Filters",
    "ListingView",
    "Numbers",
    "Row",
    "Standing",
    "coalition_page_for",
    "counts_by_place",
    "listing_context",
    "numbers_of",
    "public_rows",
    "standing",
    "state_urls",
]
