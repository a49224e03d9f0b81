"""How the facts of an endorser are written in a table."""

from collections.abc import Sequence

from django.utils import translation

from ..models import Endorser
from ..places import place_name

NATIONAL = "NATIONAL"
INTERNATIONAL = "INTERNATIONAL"
HEADINGS = {Endorser.Scope.NATIONAL: NATIONAL, Endorser.Scope.INTERNATIONAL: INTERNATIONAL}


def listed_places(scope: str, codes: Sequence[str]) -> list[str]:
    """What the public list has the endorser under: one of ``HEADINGS``, or its places.

    Places have their English names, the same for every reader. Who has none gets one empty line.
    """
    heading = HEADINGS.get(Endorser.Scope(scope))
    return [heading] if heading else [english_name(code) for code in codes] or [""]


def headed_places(scope: str, codes: Sequence[str]) -> list[str]:
    """One of ``HEADINGS`` if the scope has one, and every place as well; ``""`` for neither."""
    heading = HEADINGS.get(Endorser.Scope(scope))
    return [*([heading] if heading else []), *codes] or [""]


def english_name(code: str) -> str:
    """The place as files name it."""
    with translation.override("en"):
        return place_name(code)
