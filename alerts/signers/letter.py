"""The list as the letter's own block shows it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from alerts.petitions.listed import listed_signatures
from alerts.petitions.models import DeliveredList, Petition, Signature

from .places import Place, named_places, numbered_places

# A longer list has a page of its own; the block then shows how many signed in each state.
MOST_NAMED = 300
# More would push the alert's own text far down on a telephone: they unfold.
MOST_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A list of its own: that of ``delivery``, or else of those who are on no delivered list."""

    delivery: DeliveredList | None
    places: list[Place]

    @property
    def total(self) -> int:
        """How many it has now."""
        return sum(place.number for place in self.places)


@dataclass(frozen=True, slots=True)
class LetterList:
    """Who has signed: those on the last delivered list, and then those who came since."""

    petition: Petition
    parts: list[Part]
    has_names: bool

    @property
    def is_brief(self) -> bool:
        """Whether it is read without unfolding it."""
        return self.has_names and sum(part.total for part in self.parts) <= MOST_AT_ONCE

    def __bool__(self) -> bool:
        return bool(self.parts)


def letter_list(petition: Petition) -> LetterList:
    """The list of ``petition``, in at most four queries however long it is.

    A delivered list stays where nobody of it is left; a part with nobody in it goes otherwise.
    """
    delivery = petition.deliveries.select_related("petition").first()
    has_names = listed_signatures(petition).count() <= MOST_NAMED
    as_of = delivery.as_of if delivery else None
    since = _part(None, listed_signatures(petition, after=as_of), has_names=has_names)
    parts = [since] if since.places else []
    if delivery:
        until = listed_signatures(petition, until=as_of)
        parts = [_part(delivery, until, has_names=has_names), *parts]
    return LetterList(petition, parts, has_names)


def _part(
    delivery: DeliveredList | None, signatures: QuerySet[Signature], *, has_names: bool
) -> Part:
    return Part(delivery, (named_places if has_names else numbered_places)(signatures))
