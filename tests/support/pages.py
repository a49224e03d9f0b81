"""Reading pages as a plain HTTP client does: their forms, words and cost."""

import base64
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote_plus

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# Parts of an address at least as long are tokens, in which short words come up by chance.
TOKEN_LENGTH = 40
HERE = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Form:
    """A form of a page: where it goes, what it holds, what its boxes and buttons stand for."""

    action: str = ""
    values: dict[str, str] = field(default_factory=dict)
    boxes: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(action=found.get("action", "")))
        elif tag == "textarea" and "name" in found:
            self.area = found["name"]
            self.forms[-1].values[self.area] = ""
        elif tag == "input" and "name" in found and self.forms:
            self._input(self.forms[-1], found)

    def _input(self, form: Form, found: dict[str, str]) -> None:
        if found.get("type") == "radio":
            form.choices.setdefault(found["name"], []).append(found.get("value", ""))
        elif found.get("type") == "checkbox":
            form.boxes[found["name"]] = found.get("value", "on")
        else:
            form.values[found["name"]] = found.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[-1].values[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""


def form_of(response: Any, *, holding: str = "step") -> Form:
    """The form of ``response`` that holds the field ``holding``."""
    reader = _Reader()
    reader.feed(response.content.decode())
    return next(form for form in reader.forms if holding in form.values)


def submit(client: Any, response: Any, path: str, **typed: str) -> Any:
    """Send the form of ``response`` with what it holds and what was ``typed``."""
    form = form_of(response)
    values = {
        name: value.removeprefix("\n") if name == "body" else value
        for name, value in form.values.items()
    }
    return client.post(form.action or path, values | typed, headers=HERE)


def told_by(address: str) -> str:
    """All that an address tells: its parts, and what its tokens hold once they are decoded."""
    return " ".join(_plain(part) for part in re.split(r"[/?&=.~]", unquote_plus(address)))


def _plain(part: str) -> str:
    if len(part) < TOKEN_LENGTH or not re.fullmatch(r"[\w-]+", part, re.ASCII):
        return part
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("latin-1")


def read(client: Client, address: str) -> str:
    """The page at ``address``, which must be there."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def cost(client: Client, address: str) -> int:
    """How many queries the page at ``address`` needs when it was read before."""
    read(client, address)
    with CaptureQueriesContext(connection) as queries:
        read(client, address)
    return len(queries)
