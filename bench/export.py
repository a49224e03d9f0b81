"""Handing over the names of a petition: memory, and time per row at two sizes."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from alerts.petitions.models import Packet, Petition

SIZES = [int(size) for size in os.environ.get("BENCH_EXPORT", "100_000 1_000_000").split()]
AT_ONCE = 5_000
FORMATS = ("csv", "xlsx")


def main() -> None:
    """Print the time per row and the peak of memory of each format, each in its own process."""
    from tqdm import tqdm

    packet, filled = _packet(), 0
    for size in SIZES:
        for _start in tqdm(range(filled, size, AT_ONCE), desc="signatures", disable=None):
            _sign(packet.petition, AT_ONCE)
        filled = size
        _count(packet)
        for name in FORMATS:
            command = [sys.executable, "-m", "bench.export", str(packet.pk), name]
            subprocess.run(command, check=True)


def write(packet_id: int, name: str) -> None:
    """Make one file, forget it piece by piece, and print what that cost."""
    from alerts.petitions.models import Packet
    from alerts.petitions.packet.tables import names_csv, workbook

    packet = Packet.objects.select_related("petition").get(pk=packet_id)
    begun = time.monotonic()
    pieces = names_csv(packet) if name == "csv" else workbook(packet, safe=False)
    first, size = 0.0, 0
    for piece in pieces:
        first = first or time.monotonic() - begun
        size += len(piece)
    seconds = time.monotonic() - begun
    rows = packet.petition.signatures.count()
    peak = _peak_memory()
    print(
        f"{name} of {rows:,}: {seconds:.1f} s, {seconds / rows * 1e6:.0f} µs per row,"
        f" first piece after {first:.2f} s, {size / 1e6:.0f} MB, peak memory {peak:.0f} MB"
    )


def _peak_memory() -> float:
    """In MB, of this program alone: what ``getrusage`` says counts who started it, too."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


def _packet() -> "Packet":
    """A packet of a petition that nobody has signed, open for a day."""
    from datetime import timedelta

    from django.utils import timezone

    from alerts.petitions.models import Packet, Petition

    petition = Petition.objects.create(name="Export", shows="full")
    petition.versions.create(locale="en", number=1, fields={"title": "Export"}, digest="export")
    tomorrow = timezone.now() + timedelta(days=1)
    return Packet.objects.create(
        petition=petition, locale="en", addressee="Council", totals={"count": 0}, made_at=tomorrow
    )


def _sign(petition: "Petition", number: int) -> None:
    from django.utils import timezone

    from alerts.petitions.models import Signature

    version, now = petition.versions.get(), timezone.now()
    rows = []
    for at in range(number):
        key = uuid4().hex
        row = Signature(petition=petition, version=version, email_hash=key, locale="en")
        row.seal(name=f"Ana Ruiz {at}", email=f"{key}@example.org", zip="60622")
        row.state, row.region = Signature.State.COUNTED, "IL"
        row.confirmed_at = row.counted_at = now
        row.shows_name, row.shown_as = True, "full"
        rows.append(row)
    Signature.objects.bulk_create(rows)


def _count(packet: "Packet") -> None:
    """Lay the names out in volumes, as the worker does."""
    from alerts.petitions.packet.names import named_by, volume_starts

    packet.named, packet.starts = volume_starts(named_by(packet.petition, packet.made_at))
    packet.save(update_fields=["named", "starts"])


if __name__ == "__main__":
    import django

    django.setup()
    write(int(sys.argv[1]), sys.argv[2])
