"""What every test stands on: a real PostgreSQL of its own, and the languages of the site."""

import os
from pathlib import Path

from tests.postgres import ROOT

REAL_DATA = Path(os.environ.get("ALTAVOZ_REAL_DATA", ROOT.parent / "shared" / "data"))

from tests.support.demo_fixtures import *  # noqa: E402, F403 - fixtures are found by name here
