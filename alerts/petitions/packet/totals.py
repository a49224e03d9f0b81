"""How many signed, by state, district and language, as far as an office may know."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from alerts.officials.areas import single_districts
from alerts.officials.states import STATES

from ..counting import split
from ..display import opened
from ..models import Packet, Petition, Signature
from ..small import without_few, without_guessable

AT_ONCE = 2_000
ZIP_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Totals:
    """``states``, ``districts`` and ``languages`` are by code, the highest number first.

    What has too few is in ``count`` only. ``on_paper`` comes beside it.
    """

    count: int
    on_paper: int = 0
    states: dict[str, int] = field(default_factory=dict)
    districts: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)

    def without_places(self) -> "Totals":
        """What is left in safety mode."""
        return replace(self, states={}, districts={})


def count_totals(petition: Petition, *, with_places: bool) -> Totals:
    """The numbers of ``petition`` as they are now."""
    states: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for (locale, region), number in split(petition).items():
        states[region if region in STATES else ""] += number
        languages[locale] += number
    shown = without_guessable(states) if with_places else {}
    return Totals(
        count=states.total(),
        on_paper=petition.progress.on_paper,
        states=shown,
        districts=_districts(petition, shown) if shown else {},
        languages=without_guessable(languages),
    )


def totals_of(packet: Packet, *, safe: bool) -> Totals:
    """What was counted for ``packet``, which is ready; without places in safety mode (``safe``)."""
    totals = Totals(**packet.totals)
    return totals.without_places() if safe else totals


def _districts(petition: Petition, states: Mapping[str, int]) -> dict[str, int]:
    """By district of the ``states`` that are told, where the ZIP code lies in one only.

    In each state, what is left out comes to enough together, or to nothing: neither the number of
    the state nor that of all tells the rest.
    """
    by_state = _by_state(petition)
    shown: Counter[str] = Counter()
    for state, number in states.items():
        counts = by_state[state]
        unknown = max(0, number - counts.total())
        shown.update(without_guessable(counts + Counter({"": unknown})))
    return without_few(shown)


def _by_state(petition: Petition) -> dict[str, Counter[str]]:
    """The districts of each state with their numbers; under ``""`` where it is not certain."""
    by_zip = Counter(_places(petition))
    known = single_districts({zip5 for zip5, _state in by_zip})
    by_state: dict[str, Counter[str]] = defaultdict(Counter)
    for (zip5, state), number in by_zip.items():
        area = known.get(zip5)
        by_state[state][area.code if area and area.state == state else ""] += number
    return by_state


def _places(petition: Petition) -> Iterator[tuple[str, str]]:
    """The ZIP code and the state of every counted signature that has both."""
    counted = petition.signatures.filter(state=Signature.State.COUNTED, region__in=STATES)
    rows = counted.only("pk", "petition", "sealed", "region").order_by()
    for row, told in opened(rows.iterator(chunk_size=AT_ONCE), holding="zip"):
        yield told["zip"][:ZIP_LENGTH], row.region
