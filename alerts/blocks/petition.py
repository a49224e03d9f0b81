"""The petition block: an ask, its words and its form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from alerts.choosers import PetitionChooserBlock
from alerts.petitions import services
from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Petition
from home.rich_text import public_html

from .action import ActionBlock


class PetitionBlock(ActionBlock):
    """Owns a petition: what is asked of whom, and the form that signs it."""

    kind = "petition"

    petition = PetitionChooserBlock(
        label=_("Petition"),
        help_text=_("Goal, deadline and state are kept here, one for all languages."),
    )
    title = blocks.CharBlock(
        label=_("Title of the petition"), max_length=160, help_text=_("What signers agree with.")
    )
    addressee = blocks.CharBlock(
        label=_("To whom"), max_length=200, help_text=_("For instance: the mayors of our cities")
    )
    statement = blocks.RichTextBlock(
        label=_("Statement"),
        features=["bold", "italic", "ol", "ul", "link"],
        help_text=_("The exact words people sign. Every change makes a new numbered version."),
    )
    consent_text = blocks.CharBlock(
        label=_("Consent to mail"),
        max_length=300,
        help_text=_("Stands beside an unticked box. Name who will write, and about what."),
    )
    thank_you = blocks.TextBlock(
        label=_("Thank-you"),
        rows=2,
        help_text=_("Shown once the signature counts. Say what happens next."),
    )

    class Meta:
        icon = "edit"
        label = _("Petition")
        description = _("People sign it; one count for all languages.")
        template = "blocks/petition_block.html"
        preview_value = {
            "title": "Keep the library open on Sundays",
            "addressee": "The city council",
            "statement": "<p>Sunday is when working families come. Fund Sunday hours for all"
            " twelve branches.</p>",
            "consent_text": "Library Friends may mail me about this campaign.",
            "thank_you": "We hand over every name on the first of May.",
        }

    def words(self, value: Any, page: Any) -> dict[str, str]:
        """The petition's words in the page's language."""
        return {
            "title": value["title"],
            "to": value["addressee"],
            "statement": public_html(value["statement"].source),
            "consent_text": value["consent_text"],
            "thank_you": value["thank_you"],
            "page_url": page.url,
        }

    def publish(self, action: Petition, locale: str, words: dict[str, str], home: Any) -> None:
        services.claim(petition=action, home=home)
        services.publish_words(petition=action, locale=locale, words=words)

    def new_form(self, version: Any) -> forms.Form:
        return SignatureForm(version=version)
