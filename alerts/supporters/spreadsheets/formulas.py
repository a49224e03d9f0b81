"""Keeping spreadsheets from calculating what somebody wrote."""

import re

from ..characters import FORMULA_STARTS

_STARTS = frozenset(FORMULA_STARTS | set("\t\r\n"))
# Where spreadsheets part cells by other signs than we do (semicolons, in much of Europe), a cell
# may begin in the middle of ours, and quotation marks do not help.
_INNER = '([;|\\t](?:(?!\\t)[\\s"])*)'
_FORMULA = f"(?='*[{re.escape(''.join(sorted(FORMULA_STARTS)))}])"
_RISKY_WITHIN = re.compile(f"{_INNER}{_FORMULA}")
_SAFE_WITHIN = re.compile(f"{_INNER}'{_FORMULA}")
_RISKY = re.compile(f"'*[{re.escape(''.join(sorted(_STARTS)))}]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate a cell that reads ``text``."""
    return text[:1] in _STARTS


def safe(text: str) -> str:
    """``text`` for a cell; an apostrophe goes before what would be taken for a formula.

    Also before what would be one where a semicolon, a bar or a tab before it parts cells.
    """
    text = _RISKY_WITHIN.sub(r"\1'", text)
    return f"'{text}" if _RISKY.match(text) else text


def unsafe(text: str) -> str:
    """What :func:`safe` was given: ``unsafe(safe(text)) == text`` for every text."""
    text = text[1:] if text.startswith("'") and _RISKY.match(text) else text
    return _SAFE_WITHIN.sub(r"\1", text)
