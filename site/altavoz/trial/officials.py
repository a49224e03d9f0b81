"""Officials for the trial: real data if they can be had in a few seconds, else a plain sample."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO

from django.apps import apps
from django.core.management import CommandError, call_command

SECONDS_TO_WAIT = 6
Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Data:
    """One kind of public data.

    ``command`` imports it into ``model``, ``variable`` may name another source than the public
    address, ``without`` says what a site cannot do while it is missing.
    """

    command: str
    variable: str
    model: str
    without: str

    @property
    def source(self) -> str:
        """The source that the operator named, if any."""
        return os.environ.get(self.variable, "")

    @property
    def is_there(self) -> bool:
        """Whether there is anything in the table."""
        return apps.get_model(self.model)._default_manager.exists()


OFFICIALS = Data(
    "import_officials",
    "OFFICIALS_DATA",
    "officials.Official",
    "The officials are missing: until they are imported, no letter can be written.",
)
DISTRICTS = Data(
    "import_districts",
    "DISTRICTS_DATA",
    "officials.ZipDistrict",
    "The districts are missing: until they are imported, a ZIP code leads to senators only.",
)


def ensure_officials(say: Say) -> None:
    """Fill empty tables from ``OFFICIALS_DATA`` and ``DISTRICTS_DATA``, the web, or the sample.

    What came is kept, whatever else did not; only a source that the operator named must be there.
    """
    missing = [data for data in (OFFICIALS, DISTRICTS) if not data.is_there]
    for data in missing:
        if data.source:
            call_command(data.command, data.source)
    unnamed = [data for data in missing if not data.source]
    if unnamed:
        say("Fetching officials and districts from their public addresses …\n")
    lacking = [data for data in unnamed if not fetched(data, say)]
    if lacking == [OFFICIALS, DISTRICTS]:
        call_command("load_sample_officials", stdout=StringIO())
        say("The officials of this trial are fictional.")
    else:
        for data in lacking:
            say(f"{data.without}\n")
    if lacking:
        say(how_to_get(lacking))


def fetched(data: Data, say: Say) -> bool:
    """Whether ``data`` came from their public address in time."""
    try:
        call_command(data.command, timeout=SECONDS_TO_WAIT)
    except CommandError as error:
        say(f"{error}\n")
        return False
    return True


def how_to_get(lacking: list[Data]) -> str:
    """What to run for the data of the day."""
    commands = "".join(f"    .venv/bin/python manage.py {data.command}\n" for data in lacking)
    return f"For the data of the day, when this machine is connected:\n{commands}"
