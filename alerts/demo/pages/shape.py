"""The shape of a demo page."""

from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, uuid5


@dataclass(frozen=True, slots=True)
class DemoPage:
    """A page's fields; ``picture`` names a file of ``images/``, ``body`` its blocks in order.

    A block is ``(type, value)``; in an action's value, its chooser names the action's fields.
    ``fields`` are those that only this type of page has.
    """

    slug: str
    title: str
    summary: str
    picture: str = ""
    alt: str = ""
    urgent: bool = False
    in_menu: bool = False
    body: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)

    def block_id(self, index: int) -> str:
        """A block's id: the same at every load, so that translations find their place."""
        return str(uuid5(NAMESPACE_URL, f"altavoz-demo/{self.slug}/{index}"))


def text(*paragraphs: str, notes: tuple[str, ...] = ()) -> tuple[str, dict[str, Any]]:
    """A text block of ``paragraphs`` (html allowed inside), with footnotes."""
    html = "".join(p if p.startswith("<") else f"<p>{p}</p>" for p in paragraphs)
    return "text", {"text": html, "footnotes": _items(notes)}


def points(heading: str, *lines: str, numbered: bool = False) -> tuple[str, dict[str, Any]]:
    """A list block."""
    return "points", {
        "heading": heading,
        "numbered": numbered,
        "points": _items(lines),
    }


def _items(lines: tuple[str, ...]) -> list[dict[str, str]]:
    """The items of a list as Wagtail stores them: only items with an id can be translated."""
    return [
        {"type": "item", "value": f"<p>{line}</p>", "id": str(uuid5(NAMESPACE_URL, line))}
        for line in lines
    ]


def quote(words: str, who: str, role: str) -> tuple[str, dict[str, Any]]:
    """A quotation block."""
    return "quote", {"quote": words, "who": who, "role": role}


CONSENT = "Open Door Coalition may email me about this campaign. I can stop it at any time."
