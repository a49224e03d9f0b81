"""Officials for the trial: real data if they can be had in a few seconds, else a plain sample."""

import os
from collections.abc import Callable, Sequence
from io import StringIO

from django.apps import apps
from django.core.management import CommandError, call_command

SECONDS_TO_WAIT = 6
# What each import fills, and the variable that names another source than the public address.
IMPORTS = (
    ("import_officials", "OFFICIALS_DATA", "officials.Official"),
    ("import_districts", "DISTRICTS_DATA", "officials.ZipDistrict"),
)
HOW_TO_GET_REAL_ONES = (
    "For officials and districts of the day, when this machine is connected:\n"
    "    .venv/bin/python manage.py import_officials\n"
    "    .venv/bin/python manage.py import_districts\n"
)

Say = Callable[[str], object]


def ensure_officials(say: Say) -> None:
    """Fill empty tables from ``OFFICIALS_DATA`` and ``DISTRICTS_DATA``, the web, or the sample."""
    missing = [entry for entry in IMPORTS if not has_rows(entry[2])]
    named = [entry for entry in missing if os.environ.get(entry[1])]
    for command, variable, _model in named:
        call_command(command, os.environ[variable])
    unnamed = [entry for entry in missing if entry not in named]
    if unnamed and not fetched(unnamed, say):
        if len(unnamed) == len(IMPORTS):
            call_command("load_sample_officials", stdout=StringIO())
            say("The officials of this trial are fictional.")
        say(HOW_TO_GET_REAL_ONES)


def fetched(imports: Sequence[tuple[str, str, str]], say: Say) -> bool:
    """Whether all data came from their public addresses in time."""
    say("Fetching officials and districts from their public addresses …\n")
    try:
        for command, _variable, _model in imports:
            call_command(command, timeout=SECONDS_TO_WAIT)
    except CommandError as error:
        say(f"{error}\n")
        return False
    return True


def has_rows(model: str) -> bool:
    """Whether there is anything in the table."""
    return apps.get_model(model)._default_manager.exists()
