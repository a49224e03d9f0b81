"""What every act of a person shares: sealed rows, organisations, consent and limits."""

from .consent import Consent, ConsentText
from .day_key import DayKey
from .immutable import ImmutableModel, ImmutableQuerySet, ImmutableRow
from .limit import Limit
from .organisation import Organisation
from .sealed import SealedModel
from .silence import EVERYTHING, Silence

__all__ = [
    "EVERYTHING",
    "Consent",
    "ConsentText",
    "DayKey",
    "ImmutableModel",
    "ImmutableQuerySet",
    "ImmutableRow",
    "Limit",
    "Organisation",
    "SealedModel",
    "Silence",
]
