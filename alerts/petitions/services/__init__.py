"""The verbs of petitions, by subject: words, signing, counting. Each is one transaction."""

from alerts.supporters.asks.errors import AlreadyOwned, AskError, WordsChanged

from ..counting import fold_tallies, recount
from ..errors import NeverConfirmed, PetitionClosed
from .signing import change_state, confirm_signature, sign
from .words import claim, publish_words

__all__ = [
    "AlreadyOwned",
    "AskError",
    "NeverConfirmed",
    "PetitionClosed",
    "WordsChanged",
    "change_state",
    "claim",
    "confirm_signature",
    "fold_tallies",
    "publish_words",
    "recount",
    "sign",
]
