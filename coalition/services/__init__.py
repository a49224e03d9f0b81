"""The verbs of the coalition, by subject. Each is one transaction."""

from alerts.supporters.asks.errors import AlreadyOwned, WordsChanged

from ..errors import ContactGone, StatementClosed, StatusRefused
from ..tasks import mail_forgotten
from .erasing import erase_contacts, erase_unconfirmed
from .joining import confirm_join, join
from .self_service import CHANGEABLE, ask_for_links, propose_correction, withdraw
from .statements import claim, keep_delivered_figures, latest_version, publish_words
from .status import change_status

__all__ = [
    "CHANGEABLE",
    "AlreadyOwned",
    "ContactGone",
    "StatementClosed",
    "StatusRefused",
    "WordsChanged",
    "ask_for_links",
    "change_status",
    "claim",
    "confirm_join",
    "erase_contacts",
    "erase_unconfirmed",
    "join",
    "keep_delivered_figures",
    "latest_version",
    "mail_forgotten",
    "propose_correction",
    "publish_words",
    "withdraw",
]
