"""The trial's terminal shows errors, without the people in them."""

import os
import subprocess
import sys

from tests.postgres import ROOT

PROGRAM = """
import logging.config
from altavoz.settings.logs import TRIAL_LOGGING

logging.config.dictConfig(TRIAL_LOGGING)
try:
    raise ValueError("no such mailbox: " + "ana" + "@" + "example.org")
except ValueError:
    logging.getLogger("django.request").exception("Error at %s", "/es/act/confirm/secret/")
"""


def test_an_error_is_shown_with_its_traceback_and_without_addresses() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")])}
    run = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )

    assert "ValueError" in run.stderr
    assert "ana@example.org" not in run.stderr
    assert "/es/act/confirm/secret/" not in run.stderr
