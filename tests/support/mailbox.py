"""Reading mail as its receiver does."""

import re
from urllib.parse import urlsplit

LINK = re.compile(r"https?://\S+")


def link_in(text: str) -> str:
    """The path of the first link in a mail's text."""
    found = LINK.search(text)
    assert found, f"no link in: {text}"
    return urlsplit(found[0]).path
