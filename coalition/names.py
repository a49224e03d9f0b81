"""Names of endorsers: how they are sorted, and when two are thought to be the same."""

import re
import unicodedata

ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
SAINT = re.compile(r"\bst\.?\s+(?=\w)", re.IGNORECASE)
# Words that organizations write or leave out as they please.
LEGAL_FORM = re.compile(r"[,\s]+(?:inc|llc|ltd|corp|co)\.?$", re.IGNORECASE)
ABBREVIATION = re.compile(r"\([^()]*\)\s*$")
NOT_WORD = re.compile(r"[\W_]+")


def sort_key(name: str) -> str:
    """What ``name`` is sorted by: no accents, no case, no leading “The”, “St.” as “Saint”.

    Names in other scripts than Latin come after those in Latin, each in the order of its script.
    """
    plain = _without_accents(name).casefold().strip()
    plain = SAINT.sub("saint ", ARTICLE.sub("", plain))
    return " ".join(re.sub(r"[^\w\s]+", "", plain).split())


def normalised(name: str) -> str:
    """What two spellings of one name have in common: case, accents, marks, “The”, “Inc.” apart.

    A trailing abbreviation in brackets is left out, as is everything but letters and digits.
    """
    plain = ABBREVIATION.sub("", _without_accents(name).casefold().strip()) or name.casefold()
    plain = SAINT.sub("saint ", ARTICLE.sub("", LEGAL_FORM.sub("", plain.strip())))
    return NOT_WORD.sub(" ", plain.replace("&", " and ")).strip()


def _without_accents(text: str) -> str:
    """``text`` without combining marks on Latin letters; the marks of other scripts stay."""
    decomposed = unicodedata.normalize("NFD", text)
    kept = [
        char
        for before, char in zip(" " + decomposed, decomposed, strict=False)
        if not (unicodedata.combining(char) and _is_latin(before))
    ]
    return unicodedata.normalize("NFC", "".join(kept))


def _is_latin(char: str) -> bool:
    return unicodedata.combining(char) != 0 or "LATIN" in unicodedata.name(char, "")
