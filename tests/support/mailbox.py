"""Reading mail as its receiver does."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.core import mail
from django.test import Client

from tests.support.pages import HERE
from tests.support.queue import work

CODE = re.compile(r"^\d{6}$", re.MULTILINE)
LINK = re.compile(r"https?://\S+")


def link_in(text: str) -> str:
    """The path of the first link in a mail's text."""
    found = LINK.search(text)
    assert found, f"no link in: {text}"
    return urlsplit(found[0]).path


def code_in(text: str) -> str:
    """The six digits that stand on a line of their own in a mail's text."""
    found = CODE.search(text)
    assert found, f"no code in: {text}"
    return found[0]


def confirm_from_mail(client: Client) -> Any:
    """Open the newest mail's link and press the button there."""
    work()
    address = link_in(mail.outbox[-1].body)
    assert client.get(address).status_code == 200
    return client.post(address, headers=HERE, follow=True)
