"""News of a petition for the signers who asked for it: written, tested, sent, unsubscribed from."""

from .errors import (
    AlreadyBegun,
    NoAddress,
    NobodyAsked,
    NoMailWanted,
    NotTested,
    TooSoon,
    UpdateError,
)
from .numbers import Numbers, numbers_of
from .recipients import Readers, readers_of
from .sending import go_on, start, stop
from .tasks import look_for_news
from .unsubscribing import BadToken, read_unsubscribe, unsubscribe, unsubscribe_url
from .writing import Words, ask_for_test, save_update

__all__ = [
    "AlreadyBegun",
    "BadToken",
    "NoAddress",
    "NoMailWanted",
    "NobodyAsked",
    "NotTested",
    "Numbers",
    "Readers",
    "TooSoon",
    "UpdateError",
    "Words",
    "ask_for_test",
    "go_on",
    "look_for_news",
    "numbers_of",
    "read_unsubscribe",
    "readers_of",
    "save_update",
    "start",
    "stop",
    "unsubscribe",
    "unsubscribe_url",
]
