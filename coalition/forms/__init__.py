"""The forms of the coalition that visitors and contacts fill in."""

from .correction import CorrectionForm
from .join import JoinForm

__all__ = ["CorrectionForm", "JoinForm"]
