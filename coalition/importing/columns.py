"""The columns a table may have, whatever their headers are exactly called."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from locales.languages import BY_CODE

from .problems import Unreadable

CONTACT = ("contact_name", "contact_role", "contact_email", "contact_language")
NOTES = {f"note_{code}": code for code in BY_CODE}
# Spaces, dots and hyphens in a header count as underscores, and case does not count.
ALIASES = {
    "id": ("uuid",),
    "place": ("state", "place_or_state", "listed_under"),
    "name": ("organization", "organisation", "organization_name", "organisation_name", "endorser"),
    "identification_only": ("for_identification_purposes_only", "identification_purposes_only"),
    "person": ("individual", "is_person"),
    "affiliation": ("title_and_affiliation",),
    "scope": (),
    "nation": ("tribal_nation",),
    "city": ("town",),
    "kind": ("type",),
    "languages": ("language",),
    "website": ("url", "web", "web_address", "homepage"),
    "sort_as": (),
    **dict.fromkeys(NOTES, ()),
    "contact_name": ("contact",),
    "contact_role": ("contact_title",),
    "contact_email": ("email", "contact_e_mail", "e_mail"),
    "contact_language": (),
}
NEEDED = ("place", "name")
MOST_COLUMNS = 100
_NAMES = {alias: name for name, aliases in ALIASES.items() for alias in (name, *aliases)}
_NOT_WORD = re.compile(r"[\W_]+")


def column(header: str) -> str:
    """The column that ``header`` means, or nothing."""
    words = _NOT_WORD.sub("_", header.casefold()).strip("_")
    return _NAMES.get(words, "")


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line of a table names the columns that none can do without."""
    return {*NEEDED} <= {column(cell) for cell in cells[:MOST_COLUMNS]}


def columns(header: Sequence[str]) -> dict[int, str]:
    """Which column stands where; raises :class:`Unreadable` where one stands twice."""
    found = {at: name for at, cell in enumerate(header) if (name := column(cell))}
    for name in found.values():
        if list(found.values()).count(name) > 1:
            message = _("Two columns are called “%(name)s”. Please delete or rename one.")
            raise Unreadable(message % {"name": name})
    return found


def unknown_columns(header: Sequence[str]) -> list[str]:
    """The headers that mean nothing to us, shortened for showing."""
    return [cell.strip()[:40] for cell in header if cell.strip() and not column(cell)]
