"""Bringing the catalogues up to the words of the product; translations are kept."""

from pathlib import Path

import polib

from .extracting import Key, Word, extracted
from .places import ROOT, catalogue, plural_count, plural_rule, translated_languages

WIDTH = 100


def update(root: Path = ROOT) -> list[Path]:
    """Write every catalogue anew; returns those that changed."""
    words = extracted(root)
    return [path for code in translated_languages() if (path := update_one(code, words, root))]


def update_one(code: str, words: list[Word], root: Path) -> Path | None:
    """Write the catalogue of one language; returns its path if that changed it."""
    path = catalogue(code, root)
    before = path.read_text() if path.exists() else ""
    after = str(renewed(code, words, before))
    if after == before:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(after)
    return path


def renewed(code: str, words: list[Word], before: str) -> polib.POFile:
    """A catalogue with exactly ``words``, translated as far as ``before`` knew them."""
    known = {key(entry): entry for entry in polib.pofile(before or "\n")}
    renewed = polib.POFile(wrapwidth=WIDTH)
    renewed.metadata = metadata(code)
    for word in words:
        renewed.append(entry_for(word, known.get(word.key), plural_count(code)))
    return renewed


def key(entry: polib.POEntry) -> Key:
    """What makes it one entry of a catalogue."""
    return entry.msgctxt, entry.msgid


def metadata(code: str) -> dict[str, str]:
    """The head of a catalogue; no dates and names, which would only make noise in its history."""
    return {
        "Project-Id-Version": "Altavoz",
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_rule(code),
    }


def entry_for(word: Word, known: polib.POEntry | None, forms: int) -> polib.POEntry:
    """One entry, with the translation it had."""
    entry = polib.POEntry(
        msgid=word.text,
        msgctxt=word.context,
        comment="\n".join(word.comments),
        occurrences=[(name, "") for name in word.files],
        flags=[flag for flag in (known.flags if known else []) if flag == "fuzzy"],
    )
    if "%(" in word.text + word.plural:
        entry.flags.append("python-format")
    if word.plural:
        kept = known.msgstr_plural if known and known.msgid_plural else {}
        entry.msgid_plural = word.plural
        entry.msgstr_plural = {form: kept.get(form, "") for form in range(forms)}
    else:
        entry.msgstr = known.msgstr if known else ""
    return entry
