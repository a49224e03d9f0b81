"""Signing and confirming while everything falls over: a small run of what ``make bench`` does."""

import subprocess
import sys

from tests.postgres import ROOT

SMALL = ["--people=150", "--kill-every=3", "--kills=3"]


def test_killed_workers_and_a_restart_of_the_database_lose_and_double_nothing() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "bench.durability", *SMALL]
    run = subprocess.run(  # noqa: S603 - our own words
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "1 restart of PostgreSQL" in run.stdout
