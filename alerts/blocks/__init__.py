"""The blocks of an alert: content of any page, who stands together, and the actions."""

from django.utils.translation import gettext_lazy as _

from coalition.blocks import CoalitionStreamBlock

from .letter import LetterBlock
from .petition import PetitionBlock
from .reference import LetterReferenceBlock, PetitionReferenceBlock
from .sign_on import SignOnBlock


class AlertStreamBlock(CoalitionStreamBlock):
    """The body of an alert."""

    petition = PetitionBlock()
    sign_on = SignOnBlock()
    letter = LetterBlock()
    petition_reference = PetitionReferenceBlock()
    letter_reference = LetterReferenceBlock()

    class Meta:
        description = _("Words and actions in any order; actions stand beside the words on a desk.")


__all__ = [
    "AlertStreamBlock",
    "LetterBlock",
    "LetterReferenceBlock",
    "PetitionBlock",
    "PetitionReferenceBlock",
    "SignOnBlock",
]
