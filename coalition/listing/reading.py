"""One reading for one answer, however many blocks of a page show the coalition."""

from typing import Any

from django.http import HttpRequest

from ..models.statement import Statement
from .rows import public_rows
from .standing import Standing, standing


class Reading:
    """What has been read of the coalition so far, to be thrown away with the answer."""

    def __init__(self) -> None:
        self._standings: dict[Any, Standing] = {}
        self._numbered = 0
        self._listed = 0
        self._is_searched = False

    def standing(self, statement: Statement | None = None) -> Standing:
        """Who stands behind ``statement``, or the whole coalition."""
        key = statement.pk if statement else None
        if key not in self._standings:
            self._standings[key] = standing(statement) if statement else everybody()
        return self._standings[key]

    def next_number(self) -> int:
        """A number that no other part of the answer has, for its ids."""
        self._numbered += 1
        return self._numbered

    def next_list(self) -> int:
        """The number of a list among those of the answer, from 1."""
        self._listed += 1
        return self._listed

    def take_search(self) -> bool:
        """Whether a list may have the search: the first that asks, as an address holds but one."""
        is_free, self._is_searched = not self._is_searched, True
        return is_free


def everybody() -> Standing:
    """The whole coalition as it stands now."""
    return Standing(None, public_rows(), [])


def reading_of(request: HttpRequest | None) -> Reading:
    """The reading of the answer to ``request``; a fresh one where there is no request."""
    if request is None:
        return Reading()
    reading: Reading = request.__dict__.setdefault("coalition_reading", Reading())
    return reading
