"""An invented coalition for the previews of the blocks."""

from typing import Any
from uuid import UUID

from ..listing.rows import Row
from ..listing.standing import Standing
from ..models.endorser import Endorser
from ..names import sort_key
from ..places import TRIBAL

ORGANIZATIONS = (
    ("Harbor Legal Aid", ("WA",)),
    ("Interfaith Welcome Network", ("OH", "PA")),
    ("Lakeside Workers' Center", ("IL",)),
    ("Nurses for Open Doors", ("CA",)),
    ("Prairie Students' Union", ("IL",)),
    ("Red Mesa Youth Council", (TRIBAL,)),
    ("Sunrise Tenants' Association", ("CA",)),
    ("Two Rivers Community Kitchen", ("GA", "IL")),
)


def invented_coalition() -> Standing:
    """Eight organizations of several states, one that works nationally, and one person."""
    scope = Endorser.Scope
    rows = [
        *(row(name, places=places) for name, places in ORGANIZATIONS),
        row("National Council of Welcoming Towns", scope=scope.NATIONAL),
        row(
            "Ana Ruiz",
            places=("GA",),
            is_person=True,
            affiliation="Professor of Law, Lake University",
        ),
    ]
    return Standing(None, sorted(rows, key=lambda row: row.sort_key), [])


def row(name: str, **told: Any) -> Row:
    """An endorser of one state, known by its name and what is ``told``."""
    known: dict[str, Any] = {
        "uuid": UUID(bytes=name.encode()[:16].ljust(16)),
        "name": name,
        "is_person": False,
        "affiliation": "",
        "identification_only": False,
        "scope": Endorser.Scope.STATE,
        "kind": Endorser.Kind.OTHER,
        "city": "",
        "nation": "",
        "website": "",
        "logo": None,
        "logo_alt": "",
        "places": (),
        "languages": (),
        "note": "",
        "sort_key": sort_key(name),
    }
    return Row(**(known | told))
