"""Keeping spreadsheets from calculating what somebody wrote."""

import re

from alerts.supporters.characters import FORMULA_STARTS

_STARTS = frozenset(FORMULA_STARTS | set("\t\r\n"))
_RISKY = re.compile(f"'*[{re.escape(''.join(sorted(_STARTS)))}]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate a cell that reads ``text``."""
    return text[:1] in _STARTS


def safe(text: str) -> str:
    """``text`` for a cell; an apostrophe goes before what would be taken for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unsafe(text: str) -> str:
    """What :func:`safe` was given: ``unsafe(safe(text)) == text`` for every text."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
