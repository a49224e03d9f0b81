"""What may stand in a text that a visitor typed, in any script."""

import unicodedata

# Embeddings, overrides and isolates can make a text read otherwise than it is; the joiners and
# marks that Arabic, Persian and Indic writing needs are not among them.
BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# How mail headers begin text in another encoding: a reader's mail program shows what it decodes.
ENCODED_WORD = "=?"
FORMULA_STARTS = frozenset("=+-@＝＋－＠")
DIRECTION_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"), "")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−－"), "-")


def composed(text: str) -> str:
    """``text`` in the form (NFC) in which equal texts have equal characters."""
    return unicodedata.normalize("NFC", text)


def breaks_line(text: str) -> bool:
    """Whether ``text`` takes more than one line."""
    return any(char in LINE_BREAKS for char in text)


def is_deceptive(text: str, *, allowed: str = "") -> bool:
    """Whether ``text`` holds control or direction-overriding characters beyond ``allowed``."""
    return any(_unprintable(char) for char in text if char not in allowed)


def ascii_digits(text: str) -> str:
    """``text`` with the digits of every script as 0-9, plain hyphens and no direction marks."""
    plain = text.translate(DIRECTION_MARKS | DASHES)
    return "".join(_ascii_digit(char) for char in plain)


def _unprintable(char: str) -> bool:
    return char in BIDI_OVERRIDES or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}


def _ascii_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
