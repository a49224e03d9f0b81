"""As much of a name as may be shown."""

import re
import unicodedata

from .models.settings import Shown, narrower

# Within these scripts a whole name is often written as one word.
UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO")
# What people type between the parts of a name; a hyphen or an apostrophe joins one part.
BETWEEN = re.compile(r"[\s._·・•,،、;]+")
FAMILY_FIRST = re.compile(r"^[^\s,،、]+[,،、]\s*(?=\S)")
CUT = "…"


def shown_name(name: str, *, agreed: str, chosen: str) -> str:
    """As much of ``name`` as its owner ``agreed`` to and the editor has ``chosen``.

    Both are values of :class:`~alerts.petitions.models.settings.Shown`; the narrower one decides.
    """
    shown = narrower(agreed, chosen)
    if shown == Shown.NOTHING:
        return ""
    return given_name(name) if shown == Shown.FIRST_NAME else name


def given_name(name: str) -> str:
    """What stands first in ``name`` as its owner wrote it, and never the whole of several parts.

    ``Ruiz, Ana`` begins with Ana. Of a name written without spaces in Chinese, Korean or Japanese
    only the first character is given: nobody can tell where the part ends.
    """
    words = [word for word in BETWEEN.split(FAMILY_FIRST.sub("", name)) if word]
    if not words:
        return ""
    return words[0][0] + CUT if _is_unspaced(words[0]) else words[0]


def _is_unspaced(word: str) -> bool:
    return len(word) > 1 and unicodedata.name(word[0], "").startswith(UNSPACED)
