"""What every act of a person shares: sealed rows, organisations and consent."""

from .consent import Consent, ConsentText
from .immutable import ImmutableModel, ImmutableQuerySet, ImmutableRow
from .organisation import Organisation
from .sealed import SealedModel

__all__ = [
    "Consent",
    "ConsentText",
    "ImmutableModel",
    "ImmutableQuerySet",
    "ImmutableRow",
    "Organisation",
    "SealedModel",
]
