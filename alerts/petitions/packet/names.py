"""The names of those who agreed to be shown, in volumes."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.db.models import Q, QuerySet

from ..display import WITH_NAMES, opened, shown_signatures, signer_of
from ..lines import read_lines
from ..listed import listed_signatures
from ..models import Packet, Petition, Signature
from ..places import nameable, state_counts

VOLUME = 5_000
AT_ONCE = 2_000
Start = tuple[str, str]
# A name, and what stands with it: the state, and under a sign-on letter title, organization and
# city before it; what is not known or not shown is empty.
Entry = tuple[str, ...]


def named_by(petition: Petition, until: datetime) -> QuerySet[Signature]:
    """The signatures that counted by a moment and whose signers are shown now, first to last.

    Under a sign-on letter they are those of its list; nobody where the petition shows nobody.
    """
    found = Signature.objects.none()
    if petition.is_sign_on:
        found = listed_signatures(petition, until=until)
    elif petition.shows in WITH_NAMES:
        found = shown_signatures(petition).filter(counted_at__lte=until)
    return found.order_by("signed_at", "pk")


def volume_starts(signatures: QuerySet[Signature]) -> tuple[int, list[Start]]:
    """How many there are, and the first one of each volume.

    Volumes begin where they began also when somebody withdraws: no name slips between two.
    """
    number, starts = 0, list[Start]()
    keys = signatures.values_list("signed_at", "pk").iterator(chunk_size=AT_ONCE)
    while volume := list(islice(keys, VOLUME)):
        number += len(volume)
        signed_at, key = volume[0]
        starts.append((signed_at.isoformat(), str(key)))
    return number, starts


def in_volume(packet: Packet, number: int) -> QuerySet[Signature]:
    """The signatures of volume ``number``, counted from 1; ``IndexError`` where there is none."""
    start, *following = packet.starts[number - 1 :]
    kept = named_by(packet.petition, packet.made_at).filter(_from(start))
    return kept.filter(_before(following[0])) if following else kept


def first_number(volume: int) -> int:
    """The number of the first name in a volume, whoever has left the volumes before."""
    return (volume - 1) * VOLUME + 1


def numbered_names(packet: Packet) -> Iterator[tuple[int, Entry]]:
    """Every name of ``packet`` with the number that it has in its volume."""
    for volume in range(1, len(packet.starts) + 1):
        names = read_names(packet.petition, in_volume(packet, volume))
        yield from enumerate(names, first_number(volume))


def read_names(petition: Petition, signatures: QuerySet[Signature]) -> Iterator[Entry]:
    """Who gave ``signatures``, read in one statement and never all at once."""
    if petition.is_sign_on:
        lines = read_lines(signatures)
        return ((line.name, line.title, line.organisation, line.city, line.home) for line in lines)
    return _read_shown(petition, signatures)


def _read_shown(petition: Petition, signatures: QuerySet[Signature]) -> Iterator[Entry]:
    places = nameable(state_counts(petition))
    rows = signatures.only("pk", "petition", "sealed", "region", "shown_as")
    for row, told in opened(rows.iterator(chunk_size=AT_ONCE), holding="name"):
        signer = signer_of(row, told, places)
        if signer.name:
            yield signer.name, signer.place


def _from(start: Start) -> Q:
    """A volume's beginning; the first condition is one that an index answers."""
    signed_at, key = _read(start)
    return Q(signed_at__gte=signed_at) & ~Q(signed_at=signed_at, pk__lt=key)


def _before(start: Start) -> Q:
    """All that comes before a volume."""
    signed_at, key = _read(start)
    return Q(signed_at__lte=signed_at) & ~Q(signed_at=signed_at, pk__gte=key)


def _read(start: Start) -> tuple[datetime, str]:
    return datetime.fromisoformat(start[0]), start[1]
