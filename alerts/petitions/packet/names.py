"""The names of those who agreed to be shown, in volumes."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.db.models import Q, QuerySet

from ..display import Signer, opened, shown_signatures, signer_of
from ..models import Packet, Petition, Signature
from ..places import public_counts

VOLUME = 5_000
AT_ONCE = 2_000
Start = tuple[str, str]


def named_by(petition: Petition, until: datetime) -> QuerySet[Signature]:
    """The signatures up to a moment whose signers agreed to be shown, first to last."""
    in_time = Q(confirmed_at__lte=until) | Q(confirmed_at=None, signed_at__lte=until)
    return shown_signatures(petition).filter(in_time).order_by("signed_at", "pk")


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
    return kept.exclude(_from(following[0])) if following else kept


def read_names(petition: Petition, signatures: QuerySet[Signature]) -> Iterator[Signer]:
    """Who gave ``signatures``, read in one statement and never all at once."""
    places = public_counts(petition)
    rows = signatures.only("pk", "petition", "sealed", "region", "shown_as")
    for row, told in opened(rows.iterator(chunk_size=AT_ONCE), holding="name"):
        signer = signer_of(row, told, places)
        if signer.name:
            yield signer


def _from(start: Start) -> Q:
    signed_at, key = datetime.fromisoformat(start[0]), start[1]
    return Q(signed_at__gt=signed_at) | Q(signed_at=signed_at, pk__gte=key)
