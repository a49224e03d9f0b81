"""The verbs of letters, by subject: words, writing, erasing. Each is one transaction."""

from alerts.supporters.asks.errors import AlreadyOwned, AskError, WordsChanged

from ..erasing import erase_unconfirmed
from ..errors import LetterClosed, MessageLapsed, NotTheirOfficial, UnresolvedTokens
from .words import claim, publish_words
from .writing import Written, confirm_message, report_sent_elsewhere, send_message

__all__ = [
    "AlreadyOwned",
    "AskError",
    "LetterClosed",
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
