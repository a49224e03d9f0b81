"""Work of packets that the worker does."""

from contextlib import suppress

from django_tasks import task

from ..models import Packet
from .counting import prepare


@task(priority=10)
def prepare_packet(packet_id: int) -> None:
    """Count what a packet holds; it may be gone."""
    with suppress(Packet.DoesNotExist):
        prepare(Packet.objects.select_related("petition").get(pk=packet_id))
