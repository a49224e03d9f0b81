"""A visitor's constituency, read back from the fields that travel through the steps."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from alerts.officials.districts import District
from alerts.officials.lookup import Constituency, look_up, narrow
from alerts.officials.states import state_name
from alerts.supporters.fields import ZipField


def chosen(posted: QueryDict) -> Constituency:
    """The constituency of the posted ZIP code, state and district.

    Raises ``ValueError`` for a ZIP code, state or district that cannot be.
    """
    zip_code = posted.get("zip", "")
    state, district = posted.get("state", ""), posted.get("district", "")
    found = look_up(ZipField().to_python(zip_code))
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


def _label(area: District, official: Any) -> str:
    if official is None:
        return _("Vacant seat: %(district)s") % {"district": area.label}
    return _("%(name)s (%(district)s)") % {"name": official.name, "district": area.label}
