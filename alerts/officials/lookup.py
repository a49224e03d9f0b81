"""From a ZIP code to the people who represent it in Congress, without asking any other server."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _

from locales.cldr import local_list

from .areas import areas_in_force
from .districts import District
from .models import Office, Official, ZipDistrict
from .states import STATES, state_name
from .zips import parse_zip, postal_state

UNKNOWN = "unknown"
MILITARY = "military"
NO_DISTRICT = "no_district"
UNREPRESENTED = "unrepresented"
NO_OFFICIALS = "no_officials"

_MILITARY_STATES = {"AA", "AE", "AP"}


@dataclass(frozen=True, slots=True)
class Constituency:
    """Who represents one ZIP code.

    ``problem`` is empty, or one of the constants above when part of the answer is not known;
    ``vacant`` are the ZIP's districts whose seat nobody holds.
    """

    zip: str
    states: tuple[str, ...] = ()
    districts: tuple[District, ...] = ()
    senators: tuple[Official, ...] = ()
    representatives: tuple[Official, ...] = ()
    vacant: tuple[District, ...] = ()
    problem: str = ""

    @property
    def crosses_states(self) -> bool:
        """Whether the visitor must first say in which state they live."""
        return len(self.states) > 1

    @property
    def is_split(self) -> bool:
        """Whether the visitor must choose among several districts."""
        return len(self.districts) > 1

    @property
    def officials(self) -> tuple[Official, ...]:
        """Everybody found, senators first."""
        return self.senators + self.representatives

    @property
    def message(self) -> str:
        """What to tell the visitor about ``problem``, in their language; empty without one."""
        return _explain(self) if self.problem else ""


def look_up(zip_code: str) -> Constituency:
    """Find who represents ``zip_code`` (five digits or ZIP+4) in at most three queries.

    Raises ``ValueError`` for what is not written like a ZIP code.
    """
    zip5 = parse_zip(zip_code)
    districts = _districts_of(zip5)
    if districts:
        states = tuple(sorted({district.state for district in districts}))
        return _with_officials(Constituency(zip5, states, districts))
    return _without_districts(zip5)


def narrow(
    constituency: Constituency, *, state: str = "", district: District | None = None
) -> Constituency:
    """Keep what belongs to the visitor's own choice of ``state``, ``district`` or both.

    Raises ``ValueError`` for a choice that this ZIP code does not offer.
    """
    chosen = district.state if district and not state else state
    if chosen and chosen not in constituency.states:
        message = f"{chosen} is not a state of {constituency.zip}"
        raise ValueError(message)
    if district and (district not in constituency.districts or district.state != chosen):
        message = f"{district} is not a district of {constituency.zip}"
        raise ValueError(message)

    def kept(area: District) -> bool:
        return area == district if district else area.state == chosen

    if not chosen:
        return constituency
    return replace(
        constituency,
        states=(chosen,),
        districts=tuple(filter(kept, constituency.districts)),
        senators=tuple(o for o in constituency.senators if _seat(o).state == chosen),
        representatives=tuple(o for o in constituency.representatives if kept(_seat(o).area)),
        vacant=tuple(filter(kept, constituency.vacant)),
    )


def _districts_of(zip5: str) -> tuple[District, ...]:
    """The ZIP's districts under the lines now in force, or the nearest ones that are loaded."""
    return areas_in_force(ZipDistrict.objects.filter(zip=zip5))


def _with_officials(found: Constituency) -> Constituency:
    holders = _holders(found.states, found.districts)
    senators, representatives = _by_chamber(holders)
    if not holders and not Official.objects.exclude(office=None).exists():
        return replace(found, problem=NO_OFFICIALS)
    held = {_seat(official).area for official in representatives}
    vacant = tuple(area for area in found.districts if area not in held)
    return replace(found, senators=senators, representatives=representatives, vacant=vacant)


def _without_districts(zip5: str) -> Constituency:
    """What is still known of a ZIP without a mapped area: a PO box, one building, a base."""
    state = postal_state(zip5)
    if not state:
        return Constituency(zip5, problem=UNKNOWN)
    if state in _MILITARY_STATES:
        return Constituency(zip5, problem=MILITARY)
    if state not in STATES:
        return Constituency(zip5, problem=UNREPRESENTED)
    senators = tuple(_holders((state,), ()))
    return Constituency(zip5, (state,), senators=senators, problem=NO_DISTRICT)


def _holders(states: Collection[str], districts: Collection[District]) -> list[Official]:
    """Senators of ``states`` and representatives of ``districts``, states in the alphabet."""
    seats = Q(office__kind=Office.Kind.SENATOR, office__state__in=states)
    house = [
        Q(office__kind=Office.Kind.REPRESENTATIVE, office__state=a.state, office__district=a.number)
        for a in districts
    ]
    officials = Official.objects.select_related("office").filter(reduce(or_, house, seats))
    return list(officials.order_by("office__state", "office__seat_class", "office__district"))


def _by_chamber(
    holders: list[Official],
) -> tuple[tuple[Official, ...], tuple[Official, ...]]:
    senators = [o for o in holders if _seat(o).kind == Office.Kind.SENATOR]
    representatives = [o for o in holders if _seat(o).kind == Office.Kind.REPRESENTATIVE]
    return tuple(senators), tuple(representatives)


def _seat(official: Official) -> Office:
    """The seat of an official who was found through it."""
    if official.office is None:
        message = f"{official.pk} holds no office"
        raise ValueError(message)
    return official.office


def _explain(constituency: Constituency) -> str:
    names = {
        "zip": constituency.zip,
        "states": local_list(state_name(code) for code in constituency.states),
    }
    sentences = {
        UNKNOWN: _("We do not know the ZIP code %(zip)s. Please check it."),
        MILITARY: _(
            "%(zip)s is a military address. Please enter the ZIP code of your home state, where "
            "you are registered to vote."
        ),
        NO_DISTRICT: _(
            "%(zip)s is in %(states)s, but we do not know its House district: it may be a PO box "
            "or a single building. Please enter the ZIP code of your home."
        ),
        UNREPRESENTED: _("%(zip)s lies in a country that elects nobody to the US Congress."),
        NO_OFFICIALS: _("The list of officials has not been loaded yet. Please come back later."),
    }
    return sentences[constituency.problem] % names
