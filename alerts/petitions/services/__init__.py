"""The verbs of petitions, by subject: words, signing, counting. Each is one transaction."""

from alerts.supporters.asks.errors import AlreadyOwned, AskError, WordsChanged

from ..counting import fold_tallies, recount
from ..erasing import erase_unconfirmed
from ..errors import Anonymised, NeverConfirmed, PetitionClosed
from ..tasks import mail_forgotten
from .signing import change_state, confirm_signature, sign
from .words import claim, publish_words

__all__ = [
    "AlreadyOwned",
    "Anonymised",
    "AskError",
    "NeverConfirmed",
    "PetitionClosed",
    "WordsChanged",
    "change_state",
    "claim",
    "confirm_signature",
    "erase_unconfirmed",
    "fold_tallies",
    "mail_forgotten",
    "publish_words",
    "recount",
    "sign",
]
