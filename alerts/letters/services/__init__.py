"""The verbs of letters, by subject: words, writing, erasing. Each is one transaction."""

from ..erasing import erase_unconfirmed
from ..errors import (
    AlreadyOwned,
    LetterClosed,
    LetterError,
    MessageLapsed,
    NotTheirOfficial,
    UnresolvedTokens,
    WordsChanged,
)
from .words import claim, publish_words
from .writing import Written, confirm_message, report_sent_elsewhere, send_message

__all__ = [
    "AlreadyOwned",
    "LetterClosed",
    "LetterError",
    "MessageLapsed",
    "NotTheirOfficial",
    "UnresolvedTokens",
    "WordsChanged",
    "Written",
    "claim",
    "confirm_message",
    "erase_unconfirmed",
    "publish_words",
    "report_sent_elsewhere",
    "send_message",
]
