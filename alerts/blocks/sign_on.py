"""The sign-on letter: a petition for people with a role, who are listed under it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from alerts.choosers import SignOnChooserBlock

from .petition import PetitionBlock


class SignOnBlock(PetitionBlock):
    """Owns a petition that lists its signers.

    What it shows follows the petition's own setting, as in any petition block: where staff narrow
    that later to protect the signers, the page that is live obeys at once.
    """

    petition = SignOnChooserBlock(
        label=_("Sign-on letter"),
        help_text=_("Goal, deadline and state are kept here, one for all languages."),
    )
    title = blocks.CharBlock(
        label=_("Title of the letter"), max_length=160, help_text=_("What signers agree with.")
    )
    statement = blocks.RichTextBlock(
        label=_("Letter"),
        features=["bold", "italic", "ol", "ul", "link"],
        help_text=_("The exact words people sign. Every change makes a new numbered version."),
    )

    class Meta:
        icon = "group"
        label = _("Sign-on letter")
        description = _("People with a role sign it, and are listed under it by state.")
        preview_value = {
            "title": "Clergy for a warm bed in every town",
            "addressee": "The county commissioners",
            "statement": "<p>We lead congregations of many faiths. Keep the winter shelter open"
            " every night that it freezes.</p>",
            "consent_text": "Open Table may mail me about the shelter.",
            "thank_you": "We read every name aloud at the hearing in March.",
        }
