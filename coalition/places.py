"""Where an endorser is at home: the states and territories, and the tribal nations."""

from django.utils.translation import gettext_lazy as _

from alerts.officials.states import STATE_CHOICES

# Tribal nations are sovereign and lie in no state; an endorser names its own.
TRIBAL = "tribal"
PLACE_CHOICES = [*STATE_CHOICES, (TRIBAL, _("Tribal nations"))]
PLACES = dict(PLACE_CHOICES)


def place_name(code: str) -> str:
    """The place's name in the reader's language; the code itself where it is none of ours."""
    return str(PLACES.get(code, code))
