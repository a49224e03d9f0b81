"""Names of endorsers: how they are sorted, and when two are thought to be the same.

Both look at the first ``LONGEST`` characters: composing takes time that grows with the square of
a run of marks.
"""

import re
import unicodedata

LONGEST = 200
ARTICLE = re.compile(r"^the\s+")
SAINT = re.compile(r"\bst\.?\s+(?=\w)")
# Words that organizations write or leave out as they please.
LEGAL_FORM = re.compile(r"[,\s]+(?:inc|llc|ltd|corp|co)\.?$")
ABBREVIATION = re.compile(r"\([^()]*\)\s*$")
DOTTED = re.compile(r"(?<!\w)(\w)\.(?=\w(?!\w))")
# Letters that Unicode does not take apart; apostrophes and the like, which stand for no letter.
SAME = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
PLAIN = str.maketrans(
    {
        **SAME,
        **dict.fromkeys("'‘’`´\u02bb\u02bc\u02bd\u02be\u02bf\u0640", ""),
    }
)
# Where marks are left out as people please; elsewhere they tell letters apart.
UNMARKED = ("LATIN", "GREEK", "ARABIC", "HEBREW")


def sort_key(name: str) -> str:
    """What ``name`` is sorted by: no accents, no case, no leading “The”, “St.” as “Saint”.

    Names in other scripts than Latin come after those in Latin, each in the order of its script.
    """
    plain = SAINT.sub("saint ", ARTICLE.sub("", _plain(name)))
    return _words(plain, apart="-/")


def normalised(name: str) -> str:
    """What two spellings of one name have in common: case, accents, marks, “The”, “Inc.” apart.

    A trailing abbreviation in brackets is left out, as is everything but letters and digits;
    ``P.E.A.C.E.`` is the same as ``Peace``.
    """
    plain = _plain(name)
    plain = DOTTED.sub(r"\1", ABBREVIATION.sub("", plain).strip() or plain)
    plain = SAINT.sub("saint ", ARTICLE.sub("", LEGAL_FORM.sub("", plain)))
    return _words(plain.replace("&", " and "))


def _plain(name: str) -> str:
    """``name`` in lower case, in one form and without the marks that may be left out."""
    taken_apart = unicodedata.normalize("NFKD", name[:LONGEST].casefold())
    kept, base = [], ""
    for char in taken_apart:
        if not unicodedata.combining(char):
            base = char
        elif unicodedata.name(base, "").startswith(UNMARKED):
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).translate(PLAIN).strip()


def _words(text: str, *, apart: str | None = None) -> str:
    """The letters, digits and marks of ``text``, with one space between words.

    Other signs part words; with ``apart``, only the signs in it do, and others are nothing.
    """
    return " ".join("".join(_letter(char, apart) for char in text).split())


def _letter(char: str, apart: str | None) -> str:
    kind = unicodedata.category(char)
    if kind[0] in "LNM":
        return char
    parts = char.isspace() or (kind != "Cf" if apart is None else char in apart)
    return " " if parts else ""
