"""Finding every string that people will read, in Python files and in templates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from .places import ROOT, files

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENT_TAG = "Translators:"
Key = tuple[str | None, str]


@dataclass
class Word:
    """A string to translate, its plural and context, and what is known about it."""

    text: str
    plural: str = ""
    context: str | None = None
    files: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def key(self) -> "Key":
        """What makes it one entry of a catalogue."""
        return self.context, self.text


def extracted(root: Path = ROOT) -> list[Word]:
    """Every string of the product once, in the order of the files."""
    words: dict[Key, Word] = {}
    for word in (*python_words(root), *template_words(root)):
        known = words.setdefault(word.key, word)
        known.plural = known.plural or word.plural
        known.files += [name for name in word.files if name not in known.files]
        known.comments += [line for line in word.comments if line not in known.comments]
    return list(words.values())


def python_words(root: Path) -> Iterator[Word]:
    """Strings of the Python files."""
    for path in files(".py", root):
        yield from words_in(path.read_bytes(), path.relative_to(root))


def template_words(root: Path) -> Iterator[Word]:
    """Strings of the templates, in ``translate``, ``blocktranslate`` and ``_()``."""
    for ending in (".html", ".txt"):
        for path in files(ending, root):
            source = templatize(path.read_text(), origin=str(path.relative_to(root)))
            # Indented lines would be syntax errors to the tokenizer.
            code = "\n".join(line.lstrip() for line in source.splitlines())
            yield from words_in(code.encode(), path.relative_to(root))


def words_in(source: bytes, name: Path) -> Iterator[Word]:
    """Strings of Python source."""
    found = extract("python", BytesIO(source), KEYWORDS, [COMMENT_TAG], strip_comment_tags=True)
    for _line, texts, comments, context in found:
        text, plural = split_plural(texts)
        if text:
            yield Word(text, plural, context, [name.as_posix()], list(comments))


def split_plural(texts: str | Iterable[str]) -> tuple[str, str]:
    """A string and its plural, which most have not."""
    if isinstance(texts, str):
        return texts, ""
    text, plural, *_rest = *texts, ""
    return text, plural
