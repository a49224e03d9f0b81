"""Which mails a language can say: every word of a catalogue names the templates it stands in."""

from functools import cache
from pathlib import PurePosixPath

import polib

from .catalogues.places import ROOT, SOURCE_LANGUAGE, catalogue
from .languages import BY_CODE

FOLDER = PurePosixPath("templates/emails")


def speaks(code: str, mail: str) -> bool:
    """Whether the ``mail``, a folder of ``templates/emails``, has all its words in a language."""
    return code in BY_CODE and mail not in untranslated(code)


@cache
def untranslated(code: str) -> frozenset[str]:
    """The mails of which a language lacks words; all of them where those lack that they share."""
    if code == SOURCE_LANGUAGE:
        return frozenset()
    path = catalogue(code)
    if not path.exists():
        return every_mail()
    missing = {
        PurePosixPath(name).relative_to(FOLDER).parts
        for entry in polib.pofile(str(path))
        if not entry.translated() and not entry.obsolete
        for name, _line in entry.occurrences
        if PurePosixPath(name).is_relative_to(FOLDER)
    }
    is_shared = any(len(parts) == 1 for parts in missing)
    return every_mail() if is_shared else frozenset(parts[0] for parts in missing)


@cache
def every_mail() -> frozenset[str]:
    """The mails there are."""
    return frozenset(path.name for path in (ROOT / FOLDER).iterdir() if path.is_dir())
