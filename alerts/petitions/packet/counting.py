"""Counting what a packet holds."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain

from ..models import Packet
from .fonts import undrawable_scripts
from .names import named_by, read_names, volume_starts
from .reasons import chosen, signer_entry
from .totals import count_totals
from .typesetting import NotSet


def prepare(packet: Packet) -> None:
    """Count what ``packet`` holds; done again, it changes nothing."""
    if packet.is_ready:
        return
    petition = packet.petition
    signatures = named_by(petition, packet.made_at)
    named, starts = volume_starts(signatures if packet.with_names else signatures.none())
    totals = count_totals(petition, with_places=packet.with_places)
    Packet.objects.filter(pk=packet.pk, totals__isnull=True).update(
        totals=asdict(totals), named=named, starts=starts, scripts=_scripts(packet)
    )


def _scripts(packet: Packet) -> list[str]:
    """What no font can draw; none are known where the typesetter does not start."""
    try:
        return sorted(undrawable_scripts(_texts(packet)))
    except NotSet:
        return []


def _texts(packet: Packet) -> Iterator[str]:
    """What signers wrote, as far as it goes into the packet."""
    for reason in chosen(packet.petition, packet.reasons):
        yield from (reason.text, *signer_entry(packet, reason.signer))
    if packet.with_names:
        signatures = named_by(packet.petition, packet.made_at)
        yield from chain.from_iterable(read_names(packet.petition, signatures))
