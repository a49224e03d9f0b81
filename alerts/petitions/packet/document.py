"""What a document is made of, as ``document.typ`` sets it; every text is one that can be drawn."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language

from locales.languages import BY_CODE, Language

from .fonts import drawable, font_names

Block = dict[str, object]

# They keep a name's direction from mixing with the words around it.
ISOLATE, END = "\u2068", "\u2069"


class Title(NamedTuple):
    """What stands above a document, which may be in another language than the document."""

    text: str
    locale: str


def document(
    title: Title, *, locale: str, footer: str, blocks: Sequence[Block]
) -> dict[str, object]:
    """A document in the language ``locale``."""
    return {
        "title": drawable(title.text),
        "title_spoken": _spoken(title.locale),
        "author": settings.SITE_NAME,
        "footer": drawable(footer),
        **_spoken(locale),
        "fonts": font_names(),
        "blocks": blocks,
    }


def heading(text: str, level: int = 1) -> Block:
    """The title of a part, or of a part of it."""
    return {"kind": "heading", "text": drawable(text), "level": level}


def paragraphs(text: str, locale: str = "") -> list[Block]:
    """Each line of ``text`` that holds anything; in the active language where none is named."""
    lines = (line.strip() for line in text.splitlines())
    spoken = _spoken(locale or get_language() or "")
    return [{"kind": "paragraph", "text": drawable(line), **spoken} for line in lines if line]


def quote(text: str, *, signer: str, locale: str) -> Block:
    """What a person wrote, in that person's language; ``signer`` may be empty."""
    return {
        "kind": "quote",
        "text": drawable(text),
        "signer": drawable(signer),
        **_spoken(locale),
    }


def table(head: Sequence[str], rows: Iterable[tuple[str, str]]) -> Block:
    """Two columns: what is counted, and the number."""
    told = [[drawable(label), number] for label, number in rows]
    return {"kind": "table", "head": [drawable(cell) for cell in head], "rows": told}


def names(texts: Iterable[str], *, start: int, columns: int) -> Block:
    """Names in ``columns``, numbered from ``start``."""
    drawn = [drawable(text) for text in texts]
    return {"kind": "names", "start": start, "columns": columns, "names": drawn}


def isolated(text: str) -> str:
    """``text`` within a line of another direction."""
    return f"{ISOLATE}{text}{END}"


def _spoken(locale: str) -> dict[str, object]:
    language = BY_CODE.get(locale, Language(locale, locale))
    return {"language": language.code, "direction": language.direction}
