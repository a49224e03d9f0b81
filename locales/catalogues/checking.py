"""Whether every catalogue is complete, and its translations fit their originals."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from .extracting import Word, extracted
from .places import ROOT, catalogue, plural_count, plural_rule, translated_languages
from .updating import key

LINE = 60
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}")
TAG = re.compile(r"</?[a-z][a-z0-9]*")


def gaps(root: Path = ROOT) -> list[str]:
    """Everything that is missing or wrong, a line each, beginning with the file."""
    words = extracted(root)
    return [
        f"{catalogue(code, root).relative_to(root)}: {gap}"
        for code in translated_languages()
        for gap in gaps_of(code, words, root)
    ]


def gaps_of(code: str, words: list[Word], root: Path) -> Iterator[str]:
    """What is missing or wrong in one language."""
    path = catalogue(code, root)
    if not path.exists():
        yield "the catalogue is missing; make messages"
        return
    po = polib.pofile(str(path))
    entries = {key(entry): entry for entry in po}
    if po.metadata.get("Plural-Forms") != plural_rule(code):
        yield "Plural-Forms in its head is not that of the language"
    for word in words:
        for gap in gaps_of_word(word, entries.pop(word.key, None), plural_count(code)):
            yield f"{shown(word.text)} ({word.files[0]}): {gap}"
    for entry in entries.values():
        yield f"{shown(entry.msgid)}: no longer used; make messages"


def gaps_of_word(word: Word, entry: polib.POEntry | None, forms: int) -> Iterator[str]:
    """What is missing or wrong in one translation."""
    if entry is None or bool(entry.msgid_plural) != bool(word.plural):
        yield "not in the catalogue; make messages"
    elif entry.fuzzy:
        yield "marked as fuzzy"
    elif word.plural:
        yield from gaps_of_plural(word, entry, forms)
    elif not entry.msgstr:
        yield "not translated"
    else:
        yield from misfits(word.text, entry.msgstr)


def gaps_of_plural(word: Word, entry: polib.POEntry, forms: int) -> Iterator[str]:
    """Forms for one, two or none may do without the number; the last has all the original has."""
    texts = [text for _, text in sorted(entry.msgstr_plural.items())]
    if len(texts) != forms:
        yield f"has {len(texts)} plural forms, not {forms}"
    elif not all(texts):
        yield "not all plural forms are translated"
    else:
        yield from misfits(word.plural, texts[-1])
        allowed = set(PLACEHOLDER.findall(word.plural))
        for extra in sorted(set(PLACEHOLDER.findall(" ".join(texts))) - allowed):
            yield f"has {extra}, which the original has not"


def misfits(original: str, translation: str) -> Iterator[str]:
    """Placeholders, tags and line ends that differ."""
    for what, pattern in (("placeholders", PLACEHOLDER), ("tags", TAG)):
        if sorted(pattern.findall(original)) != sorted(pattern.findall(translation)):
            yield f"its {what} differ"
    if line_ends(original) != line_ends(translation):
        yield "begins or ends with a new line in one of both only"


def line_ends(text: str) -> tuple[bool, bool]:
    """Whether the text begins, and ends, with a new line."""
    return text.startswith("\n"), text.endswith("\n")


def shown(text: str) -> str:
    """The string, short enough for a line."""
    line = " ".join(text.split())
    return f"“{line[:LINE]}…”" if len(line) > LINE else f"“{line}”"
