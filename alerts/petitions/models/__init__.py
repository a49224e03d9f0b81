"""The petition, its published words, its signatures and their count."""

from .delivered import DeliveredList
from .news import Update, UpdateMail, UpdateText
from .packet import Packet
from .paper import PaperSignatures
from .petition import Petition
from .published import PublishedPetition
from .signature import Signature
from .sweep import Sweep, Swept
from .tally import Tally, TallyEntry

__all__ = [
    "DeliveredList",
    "Packet",
    "PaperSignatures",
    "Petition",
    "PublishedPetition",
    "Signature",
    "Sweep",
    "Swept",
    "Tally",
    "TallyEntry",
    "Update",
    "UpdateMail",
    "UpdateText",
]
