"""The list on a page of its own: whole, or one state at a time."""

from dataclasses import dataclass

from alerts.petitions.listed import listed_signatures
from alerts.petitions.models import DeliveredList, Petition

from .letter import MOST_NAMED
from .places import Place, at_home_in, named_places, numbered_places

EVERYBODY = "all"


@dataclass(frozen=True, slots=True)
class ListPage:
    """The headings with their numbers, and those with ``lines`` among them that are ``shown``.

    ``chosen`` is the slug of the place that was asked for, :data:`EVERYBODY`, or empty.
    """

    petition: Petition
    delivery: DeliveredList | None
    places: list[Place]
    shown: list[Place]
    chosen: str

    @property
    def total(self) -> int:
        """How many are on the list now."""
        return sum(place.number for place in self.places)

    @property
    def is_long(self) -> bool:
        """Whether a reader chooses what to see of it."""
        return self.total > MOST_NAMED

    @property
    def has_lost_names(self) -> bool:
        """Whether fewer are on it than were delivered."""
        return self.delivery is not None and self.total < self.delivery.names


def list_page(
    petition: Petition, *, delivery: DeliveredList | None = None, asked: str = ""
) -> ListPage:
    """The list of ``petition`` as it is now, or as the ``delivery`` has it; at most two queries.

    ``asked`` is a place's slug or :data:`EVERYBODY`; where nobody is, it asks for nothing. A list
    of up to ``MOST_NAMED`` is shown whole where nothing is asked.
    """
    signatures = listed_signatures(petition, until=delivery.as_of if delivery else None)
    places = numbered_places(signatures)
    found = [place for place in places if place.slug == asked]
    is_short = sum(place.number for place in places) <= MOST_NAMED
    if found:
        signatures = at_home_in(signatures, found[0].code)
    whole = not found and (is_short or asked == EVERYBODY)
    return ListPage(
        petition=petition,
        delivery=delivery,
        places=places,
        shown=named_places(signatures) if found or whole else [],
        chosen=EVERYBODY if whole else "".join(place.slug for place in found),
    )
