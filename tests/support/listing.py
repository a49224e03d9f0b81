"""Reading the public list of the coalition and the pages of its states."""

import re

from django.test import Client

from tests.support.pages import read

LIST = "/en/coalition/"
STATES = f"{LIST}states/"


def headings(html: str) -> list[str]:
    """The headings within the list, in order."""
    found = re.findall(
        r'<h[23] class="endorsers__(?:letter|state)"[^>]*>(?:<a[^>]*>)?([^<]+)', html
    )
    return [text.strip() for text in found]


def read_state(client: Client, code: str) -> str:
    """The page of a state in English."""
    return read(client, f"{STATES}{code}/")
