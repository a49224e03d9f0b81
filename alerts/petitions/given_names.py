"""As much of a name as may be shown."""

import re
import unicodedata
from itertools import groupby, pairwise

from .models.settings import Shown, narrower

# Within these scripts a whole name is often written as one word.
UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO")
COMMA = re.compile(r"[,،、，､﹐﹑]")
# They join two halves of one part: hyphens and apostrophes, in Hebrew maqaf, geresh and gershayim.
JOINING = "-\u2010\u2011'’ʼ`´\u05be\u05f3\u05f4"
# Letters and marks by their category that nobody sees.
UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
SELECTOR = "VARIATION SELECTOR"
NON_JOINER, JOINER = "\u200c", "\u200d"
VIRAMA = 9
# What stands before a name; only such as are no given name anywhere.
TITLES = {
    *("dr", "dra", "mr", "mrs", "ms", "mx", "prof", "professor", "doctor", "doctora", "rev"),
    *("reverend", "rabbi", "sr", "sra", "srta", "mme", "mlle", "fr", "capt", "sgt", "lt"),
    *("دكتور", "دكتورة", "الدكتور", "الدكتورة"),
}
# What stands after a comma and is no given name.
SUFFIXES = {
    *("jr", "sr", "ii", "iii", "iv", "md", "m.d", "do", "d.o", "rn", "phd", "ph.d", "edd", "ed.d"),
    *("jd", "j.d", "dds", "d.d.s", "dvm", "esq", "mba", "mph", "msw", "lcsw", "cpa", "mdiv"),
    *("m.div", "dmin", "d.min", "obe"),
}
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

    ``Ruiz García, Ana`` begins with Ana, and so does ``Dr. Ana Ruiz``. Of a name written without
    spaces in Chinese, Korean or Japanese only the first character is given: nobody can tell where
    the part ends.
    """
    words = _in_order(unicodedata.normalize("NFC", name))
    # A title with one word is mostly followed by a family name: then the title is what is first.
    named = [word for word in words if word.casefold() not in TITLES]
    first = next(iter(named if len(named) > 1 else words), "")
    return first[0] + CUT if _is_unspaced(first) else first


def _in_order(name: str) -> list[str]:
    """The words of ``name``; where the family comes first with a comma, those after it first."""
    family, *rest = COMMA.split(name)
    given = [part for part in rest if not _is_suffix(part)]
    return [*_words(" ".join(given)), *_words(family)]


def _words(text: str) -> list[str]:
    """The runs of letters with their marks and what joins them; all else stands between words."""
    runs = groupby(pairwise(f" {text}"), key=lambda pair: _belongs(*pair))
    words = ["".join(char for _before, char in run) for belongs, run in runs if belongs]
    return [word.rstrip(JOINING) for word in words]


def _belongs(before: str, char: str) -> bool:
    """Whether ``char`` is part of the word in which ``before`` stands, or begins one."""
    if char in JOINING:
        return _is_letter(before)
    if char in {JOINER, NON_JOINER}:
        return _may_join(before)
    return _is_letter(char)


def _is_letter(char: str) -> bool:
    is_seen = char not in UNSEEN and not unicodedata.name(char, "").startswith(SELECTOR)
    return is_seen and unicodedata.category(char)[0] in "LM"


def _may_join(before: str) -> bool:
    """Whether a joiner shapes letters here, as in Indic and Arabic script; it parts no word."""
    is_arabic = unicodedata.name(before, "").startswith("ARABIC LETTER")
    return unicodedata.combining(before) == VIRAMA or is_arabic


def _is_suffix(part: str) -> bool:
    said = part.split()[:1]
    return not said or said[0].rstrip(".").casefold() in SUFFIXES


def _is_unspaced(word: str) -> bool:
    start = unicodedata.normalize("NFKC", word[:1])
    return len(word) > 1 and unicodedata.name(start[:1] or " ", "").startswith(UNSPACED)
