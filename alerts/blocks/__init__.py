"""The blocks of an alert: content of any page, who stands together, and the actions."""

from django.utils.translation import gettext_lazy as _

from coalition.blocks import CoalitionStreamBlock

from .letter import LetterBlock
from .petition import PetitionBlock


class AlertStreamBlock(CoalitionStreamBlock):
    """The body of an alert."""

    petition = PetitionBlock()
    letter = LetterBlock()

    class Meta:
        description = _("Words and actions in any order; actions stand beside the words on a desk.")


__all__ = ["AlertStreamBlock", "LetterBlock", "PetitionBlock"]
