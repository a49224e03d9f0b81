"""Signing and confirming while everything falls over: a small run of what ``make bench`` does."""

import subprocess
import sys

from tests.postgres import ROOT

RUN = ["-m", "bench.durability", "--people=200", "--kill-every=3", "--restart-after=1"]


def test_killed_workers_and_a_restart_of_the_database_lose_and_double_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", *RUN], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "1 restart of PostgreSQL" in run.stdout
