"""What the post office knows of a ZIP code, without the database."""

import re
from functools import lru_cache

import zipcodes

from .states import STATES

_ZIP = re.compile(r"(\d{5})(?:-?\d{4})?", re.ASCII)


def parse_zip(text: str) -> str:
    """The five digits of a ZIP code or ZIP+4; raises ``ValueError`` for anything else."""
    match = _ZIP.fullmatch(text.strip())
    if match is None:
        message = f"{text!r} is not a ZIP code"
        raise ValueError(message)
    return match[1]


def postal_state(zip_code: str) -> str:
    """The two letters of the address, those of military mail and other countries among them."""
    return _place(zip_code)[0]


def state_of(zip_code: str) -> str:
    """The state or territory of a five-digit ZIP code; empty for military and unknown ones."""
    state = postal_state(zip_code)
    return state if state in STATES else ""


def city_of(zip_code: str) -> str:
    """The post office's name for the place, as a first guess a visitor can correct."""
    return _place(zip_code)[1]


# Finding one means reading all; there are about 42,000.
@lru_cache(maxsize=50_000)
def _place(zip_code: str) -> tuple[str, str]:
    """State and town; empty for a code that the post office does not use."""
    places = zipcodes.matching(zip_code)
    return (str(places[0]["state"]), str(places[0]["city"])) if places else ("", "")
