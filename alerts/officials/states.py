"""The states, the federal district and the territories that elect somebody to Congress."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class State:
    """One of the 56: ``fips`` is the Census Bureau's number, ``name`` in the reader's language."""

    code: str
    fips: str
    name: "str | _StrPromise"
    has_senators: bool = True


_ALL = (
    State("AL", "01", _("Alabama")),
    State("AK", "02", _("Alaska")),
    State("AZ", "04", _("Arizona")),
    State("AR", "05", _("Arkansas")),
    State("CA", "06", _("California")),
    State("CO", "08", _("Colorado")),
    State("CT", "09", _("Connecticut")),
    State("DE", "10", _("Delaware")),
    State("DC", "11", _("District of Columbia"), has_senators=False),
    State("FL", "12", _("Florida")),
    State("GA", "13", _("Georgia")),
    State("HI", "15", _("Hawaii")),
    State("ID", "16", _("Idaho")),
    State("IL", "17", _("Illinois")),
    State("IN", "18", _("Indiana")),
    State("IA", "19", _("Iowa")),
    State("KS", "20", _("Kansas")),
    State("KY", "21", _("Kentucky")),
    State("LA", "22", _("Louisiana")),
    State("ME", "23", _("Maine")),
    State("MD", "24", _("Maryland")),
    State("MA", "25", _("Massachusetts")),
    State("MI", "26", _("Michigan")),
    State("MN", "27", _("Minnesota")),
    State("MS", "28", _("Mississippi")),
    State("MO", "29", _("Missouri")),
    State("MT", "30", _("Montana")),
    State("NE", "31", _("Nebraska")),
    State("NV", "32", _("Nevada")),
    State("NH", "33", _("New Hampshire")),
    State("NJ", "34", _("New Jersey")),
    State("NM", "35", _("New Mexico")),
    State("NY", "36", _("New York")),
    State("NC", "37", _("North Carolina")),
    State("ND", "38", _("North Dakota")),
    State("OH", "39", _("Ohio")),
    State("OK", "40", _("Oklahoma")),
    State("OR", "41", _("Oregon")),
    State("PA", "42", _("Pennsylvania")),
    State("RI", "44", _("Rhode Island")),
    State("SC", "45", _("South Carolina")),
    State("SD", "46", _("South Dakota")),
    State("TN", "47", _("Tennessee")),
    State("TX", "48", _("Texas")),
    State("UT", "49", _("Utah")),
    State("VT", "50", _("Vermont")),
    State("VA", "51", _("Virginia")),
    State("WA", "53", _("Washington")),
    State("WV", "54", _("West Virginia")),
    State("WI", "55", _("Wisconsin")),
    State("WY", "56", _("Wyoming")),
    State("AS", "60", _("American Samoa"), has_senators=False),
    State("GU", "66", _("Guam"), has_senators=False),
    State("MP", "69", _("Northern Mariana Islands"), has_senators=False),
    State("PR", "72", _("Puerto Rico"), has_senators=False),
    State("VI", "78", _("U.S. Virgin Islands"), has_senators=False),
)

STATES = {state.code: state for state in _ALL}
CODE_BY_FIPS = {state.fips: state.code for state in _ALL}
STATE_CHOICES = [(state.code, state.name) for state in _ALL]


def state_name(code: str) -> str:
    """The state's name in the reader's language; the code itself where it is none of ours."""
    return str(STATES[code].name) if code in STATES else code
