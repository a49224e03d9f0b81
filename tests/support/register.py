"""Filling in the form of the register as staff do."""

from typing import Any

from coalition.models import Endorser

LIST = "/admin/snippets/coalition/endorser/"
ADD = f"{LIST}add/"


def edit(endorser: Endorser) -> str:
    return f"{LIST}edit/{endorser.pk}/"


def typed(**changes: Any) -> dict[str, Any]:
    """What a hurried organizer fills in."""
    filled = {
        "name": "Lake Street Neighbors",
        "scope": "local",
        "city": "Chicago",
        "kind": "service",
        "place_codes": ["IL"],
        "list_now": "on",
    }
    return {name: value for name, value in (filled | changes).items() if value is not None}


def entered(name: str = "Lake Street Neighbors") -> Endorser:
    return Endorser.objects.get(name=name)
