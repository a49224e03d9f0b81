"""The verbs of petitions, by subject: words, signing, counting. Each is one transaction."""

from alerts.supporters.asks.errors import AlreadyOwned, AskError, WordsChanged

from ..anonymising import anonymise_ended
from ..codes import confirm_by_code
from ..counting import fold_tallies, recount
from ..errors import (
    Anonymised,
    DeliveryRefused,
    EnteredBefore,
    NeverConfirmed,
    PetitionClosed,
    ReasonGone,
    ReasonHasLink,
    SweepRefused,
    WrongCode,
)
from ..lapsing import erase_unconfirmed
from ..milestones import announce_milestones
from ..origins import forget_networks
from ..settling import change_state, confirm_signature
from ..tasks import mail_forgotten, remind_unconfirmed
from .delivering import record_delivery
from .invalidating import (
    begin_sweep,
    continue_sweeps,
    count_matching,
    fits_everybody,
    stop_sweep,
    undo_sweep,
)
from .leaving import leave
from .paper import add_paper, take_back_paper
from .reasons import reasons_to_review, refuse_reason, show_reason
from .resending import resend
from .reviewing import review_held
from .signing import sign
from .stewarding import correct_signature
from .words import claim, publish_words

__all__ = [
    "AlreadyOwned",
    "Anonymised",
    "AskError",
    "DeliveryRefused",
    "EnteredBefore",
    "NeverConfirmed",
    "PetitionClosed",
    "ReasonGone",
    "ReasonHasLink",
    "SweepRefused",
    "WordsChanged",
    "WrongCode",
    "add_paper",
    "announce_milestones",
    "anonymise_ended",
    "begin_sweep",
    "change_state",
    "claim",
    "confirm_by_code",
    "confirm_signature",
    "continue_sweeps",
    "correct_signature",
    "count_matching",
    "erase_unconfirmed",
    "fits_everybody",
    "fold_tallies",
    "forget_networks",
    "leave",
    "mail_forgotten",
    "publish_words",
    "reasons_to_review",
    "record_delivery",
    "recount",
    "refuse_reason",
    "remind_unconfirmed",
    "resend",
    "review_held",
    "show_reason",
    "sign",
    "stop_sweep",
    "take_back_paper",
    "undo_sweep",
]
