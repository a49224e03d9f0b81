"""The petition block: an ask, its words and its form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from alerts.choosers import PetitionChooserBlock
from alerts.petitions import services
from alerts.petitions.display import display_of
from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Petition
from alerts.safety import hides_signers
from alerts.signers import letter_list
from home.rich_text import public_html

from .action import ActionBlock
from .addressees import AddressedValue, AddresseesBlock


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
        label=_("To whom"),
        max_length=200,
        required=False,
        help_text=_("For instance: the mayors of our cities. Or name them below, or both."),
    )
    addressees = AddresseesBlock(
        help_text=_("People, offices of the directory, the mayor of each signer.")
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
    outcome = blocks.RichTextBlock(
        label=_("Outcome"),
        features=["bold", "italic", "ol", "ul", "link", "document-link"],
        required=False,
        help_text=_("Shown instead of the form once the petition is closed, delivered or won."),
    )

    class Meta:
        icon = "edit"
        label = _("Petition")
        description = _("People sign it; one count for all languages.")
        template = "blocks/petition_block.html"
        value_class = AddressedValue
        preview_value = {
            "title": "Keep the library open on Sundays",
            "addressee": "The city council",
            "statement": "<p>Sunday is when working families come. Fund Sunday hours for all"
            " twelve branches.</p>",
            "consent_text": "Library Friends may mail me about this campaign.",
            "thank_you": "We hand over every name on the first of May.",
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Also whom its words go to, and what is public of its signers; of a letter, its list."""
        context = super().get_context(value, parent_context=parent_context)
        version = context["version"]
        context["to"] = version.fields["to"] if version else value.to
        page, petition, safe = context.get("page"), context["action"], context["form"].safe
        if page is None or petition is None:
            return context
        listed = letter_list(petition) if petition.is_sign_on and not safe else None
        return context | {"display": display_of(petition, safe=safe), "listed": listed}

    def clean(self, value: Any) -> Any:
        """Refuse a petition to nobody."""
        cleaned = super().clean(value)
        if not cleaned["addressee"] and not cleaned["addressees"]:
            error = ValidationError(_("Please say whom the petition is addressed to."))
            raise StructBlockValidationError(block_errors={"addressee": error})
        return cleaned

    def words(self, value: Any, page: Any) -> dict[str, str]:
        """The petition's words in the page's language."""
        with translation.override(page.locale.language_code):
            to = value.to
        return {
            "title": value["title"],
            "to": to,
            "own_mayor": "yes" if value.goes_to_own_mayor else "",
            "statement": public_html(value["statement"].source),
            "consent_text": value["consent_text"],
            "thank_you": value["thank_you"],
            "page_url": page.url,
        }

    def publish(self, action: Petition, locale: str, words: dict[str, str], home: Any) -> None:
        services.claim(petition=action, home=home)
        services.publish_words(petition=action, locale=locale, words=words)

    def new_form(self, version: Any, action: Any, page: Any) -> forms.Form:
        safe = action is not None and hides_signers(action, page)
        return SignatureForm(version=version, petition=action, safe=safe)
