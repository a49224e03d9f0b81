"""A visitor's constituency, read back from the fields that travel through the steps."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alerts.officials.districts import District
from alerts.officials.lookup import Constituency, look_up, narrow
from alerts.officials.states import STATES, state_name
from alerts.supporters.fields import ZipField
from locales.cldr import local_list

SENATORS = 2


def zip_of(posted: QueryDict) -> str:
    """The five digits of the posted ZIP code, however it is written; ``ValueError`` for others."""
    try:
        return ZipField().clean(posted.get("zip", ""))
    except ValidationError as error:
        raise ValueError(*error.messages) from error


def chosen(posted: QueryDict) -> Constituency:
    """The constituency of the posted ZIP code, state and district.

    Raises ``ValueError`` for a ZIP code, state or district that cannot be.
    """
    state, district = posted.get("state", ""), posted.get("district", "")
    found = look_up(zip_of(posted))
    return narrow(found, state=state, district=District.parse(district) if district else None)


def place_of(found: Constituency) -> dict[str, str]:
    """The fields that bring ``found`` back."""
    return {
        "zip": found.zip,
        "state": found.states[0] if len(found.states) == 1 else "",
        "district": found.districts[0].code if len(found.districts) == 1 else "",
    }


def choices_of(found: Constituency) -> dict[str, list[tuple[str, Any]]]:
    """The question that is open, by the name of its field: the state first."""
    if found.crosses_states:
        return {"states": [(code, state_name(code)) for code in found.states]}
    holders = {
        official.office.area: official for official in found.representatives if official.office
    }
    return {"districts": [(area.code, _label(area, holders.get(area))) for area in found.districts]}


def open_question(found: Constituency) -> str:
    """The field that is still to be answered before anybody can be written to; empty if none."""
    if found.crosses_states:
        return "state"
    return "district" if found.is_split else ""


def senate_notes(found: Constituency) -> list[str]:
    """Why fewer senators are listed than a reader may expect: none by law, or a vacant seat."""
    if not any(STATES[code].has_senators for code in found.states):
        return [_("The capital and the territories elect no senators.")]
    missing = SENATORS * len(found.states) - len(found.senators)
    message = ngettext(
        "Vacant seat in the Senate: %(states)s. Nobody can be written to there until it is filled.",
        "Vacant seats in the Senate: %(states)s. Nobody can be written to there until they are"
        " filled.",
        missing,
    )
    names = local_list(state_name(code) for code in found.states)
    return [message % {"states": names}] if missing > 0 else []


def _label(area: District, official: Any) -> str:
    if official is None:
        return _("Vacant seat: %(district)s") % {"district": area.label}
    return _("%(name)s (%(district)s)") % {"name": official.name, "district": area.label}
