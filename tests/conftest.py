"""What every test stands on: a real PostgreSQL with the demo in it, and a real browser."""

import os
from pathlib import Path

from tests.postgres import ROOT
from tests.support.browser_fixtures import *  # noqa: F403 - fixtures are found by name here
from tests.support.demo_fixtures import *  # noqa: F403 - fixtures are found by name here
from tests.support.staff_fixtures import *  # noqa: F403 - fixtures are found by name here

REAL_DATA = Path(os.environ.get("ALTAVOZ_REAL_DATA", ROOT.parent / "shared" / "data"))
