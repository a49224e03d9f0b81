"""What signers agreed with, as lines that a document can set: the markup goes, the sense stays."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from urllib.parse import urljoin

from django.conf import settings

from .document import isolated

BREAKS = frozenset({"p", "br", "ul", "ol", "li", "h2", "h3", "h4", "hr", "blockquote", "div"})
SPACES = re.compile(r"[ \t\r\n\f]+")
SCHEME = re.compile(r"^(?:https?://|mailto:|tel:)")


def lines_of(html: str) -> list[str]:
    """The paragraphs and items of rich text, items with bullet or number, links with address."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [line.strip() for line in reader.lines if line.strip()]


class _Reader(HTMLParser):
    """Puts each block on a line of its own; what is within a block stays together."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self._marks: list[Iterator[str]] = []
        self._mark = ""
        self._address, self._link = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, an item or a link."""
        if tag in BREAKS:
            self.lines.append("")
        match tag:
            case "ol":
                self._marks.append(f"{number}. " for number in count(1))
            case "ul":
                self._marks.append("• " for _item in count())
            case "li" if self._marks:
                self._mark = next(self._marks[-1])
            case "a":
                self._address, self._link = _address(dict(attrs).get("href") or ""), ""

    def handle_endtag(self, tag: str) -> None:
        """End a line, a list or a link."""
        if tag in BREAKS:
            self.lines.append("")
        if tag in {"ol", "ul"} and self._marks:
            self._marks.pop()
        if tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        """Write on, after the mark of the item that begins here."""
        text = SPACES.sub(" ", data)
        if text.strip():
            text, self._mark = f"{self._mark}{text}", ""
        self.lines[-1] += text
        self._link += text

    def _end_link(self) -> None:
        """Write the address, unless it is what the link says."""
        if self._address and _bare(self._address) != _bare(self._link):
            self.lines[-1] += f" ({isolated(self._address)})"
        self._address = ""


def _address(href: str) -> str:
    """Where a link leads, as somebody reads it on paper."""
    return urljoin(settings.BASE_URL, href).removeprefix("mailto:") if href else ""


def _bare(address: str) -> str:
    return SCHEME.sub("", address.strip()).rstrip("/")
