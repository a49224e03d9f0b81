"""The letter block: an email to one's representatives."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from alerts.choosers import LetterChooserBlock
from alerts.letters import services
from alerts.letters.forms import ZipForm
from alerts.letters.models import Letter
from alerts.letters.tokens import TOKENS, validate_tokens
from home.rich_text import public_html

from .action import ActionBlock


def token_help() -> str:
    """The closed list of tokens, each with its meaning in the editor's language."""
    rows = [(f"{{{{{token.name}}}}}", token.label) for token in TOKENS]
    return format_html_join(" · ", "<code>{}</code> {}", rows)


class LetterBlock(ActionBlock):
    """Owns a letter: the text visitors start from, and the way to their representatives."""

    kind = "letter"
    with_tokens = ("subject", "body")

    letter = LetterChooserBlock(
        label=_("Letter"), help_text=_("State and deadline are kept here, one for all languages.")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    intro = blocks.RichTextBlock(
        label=_("What to know before writing"), features=["bold", "italic", "ul", "link"]
    )
    subject = blocks.CharBlock(label=_("Subject"), max_length=150)
    body = blocks.TextBlock(label=_("Letter"), rows=12, help_text=lazy(token_help, str)())
    consent_text = blocks.CharBlock(
        label=_("Consent to mail"),
        max_length=300,
        help_text=_("Stands beside an unticked box. Name who will write, and about what."),
    )
    thank_you = blocks.TextBlock(
        label=_("Thank-you"), rows=2, help_text=_("Shown at the end. Say what happens next.")
    )

    class Meta:
        icon = "mail"
        label = _("Letter to representatives")
        description = _("Visitors find their senators and representative and write to them.")
        template = "blocks/letter_block.html"
        preview_value = {
            "title": "Write to Congress",
            "intro": "<p>Three minutes, in your own words.</p>",
            "subject": "Please keep families together",
            "body": "Dear {{recipient_title}} {{recipient_name}},\n\n"
            "I live in {{constituent_city}}.\n\n{{constituent_name}}",
            "consent_text": "Good Neighbours may mail me about this campaign.",
            "thank_you": "Tell a friend: a second letter weighs more than the first.",
        }

    def clean(self, value: Any) -> Any:
        """Refuse a token that no letter can fill in."""
        cleaned = super().clean(value)
        for field in self.with_tokens:
            try:
                validate_tokens(cleaned[field])
            except ValidationError as error:
                raise StructBlockValidationError(block_errors={field: error}) from error
        return cleaned

    def words(self, value: Any, page: Any) -> dict[str, str]:
        """The letter's words in the page's language."""
        return {
            "title": value["title"],
            "intro": public_html(value["intro"].source),
            "subject": value["subject"],
            "body": value["body"],
            "consent_text": value["consent_text"],
            "thank_you": value["thank_you"],
            "page_url": page.url,
        }

    def publish(self, action: Letter, locale: str, words: dict[str, str], home: Any) -> None:
        services.claim(letter=action, home=home)
        services.publish_words(letter=action, locale=locale, words=words)

    def new_form(self, version: Any, action: Any, page: Any) -> forms.Form:
        return ZipForm()
