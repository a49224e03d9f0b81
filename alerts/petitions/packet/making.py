"""Making a packet: staff choose what goes in, and the worker counts."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from ..models import Packet, Petition
from . import tasks

MADE, TAKEN = "petitions.make_packet", "petitions.take_packet"


@transaction.atomic
def make_packet(
    *,
    petition: Petition,
    locale: str,
    addressee: str,
    letter: str = "",
    with_names: bool = True,
    with_places: bool = True,
    reasons: Collection[str] = (),
    by: Any,
) -> Packet:
    """Keep what a packet is to hold, log who makes it, and have the worker count."""
    packet = Packet.objects.create(
        petition=petition,
        locale=locale,
        addressee=addressee,
        letter=letter,
        with_names=with_names,
        with_places=with_places,
        reasons=list(reasons),
        made_by=by,
    )
    log(instance=petition, action=MADE, user=by, data={"packet": packet.pk})
    tasks.prepare_packet.enqueue(packet.pk)
    return packet


def log_taken(*, packet: Packet, file: str, by: Any) -> None:
    """Write down that ``by`` downloads ``file`` of ``packet``."""
    told = {"packet": packet.pk, "file": file}
    log(instance=packet.petition, action=TAKEN, user=by, data=told)
