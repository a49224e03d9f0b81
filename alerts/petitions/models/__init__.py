"""The petition, its published words, its signatures and their count."""

from .petition import Petition
from .published import PublishedPetition
from .signature import Signature
from .tally import Tally, TallyEntry

__all__ = ["Petition", "PublishedPetition", "Signature", "Tally", "TallyEntry"]
