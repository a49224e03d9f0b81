"""The verbs of petitions, by subject: words, signing, counting. Each is one transaction."""

from ..counting import fold_tallies, recount
from ..errors import AlreadyOwned, NeverConfirmed, PetitionClosed, PetitionError, WordsChanged
from .signing import change_state, confirm_signature, sign
from .words import claim, publish_words

__all__ = [
    "AlreadyOwned",
    "NeverConfirmed",
    "PetitionClosed",
    "PetitionError",
    "WordsChanged",
    "change_state",
    "claim",
    "confirm_signature",
    "fold_tallies",
    "publish_words",
    "recount",
    "sign",
]
