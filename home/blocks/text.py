"""Running text with footnotes."""

import re
import zlib
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import expand_db_html

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]
NOTE_FEATURES = ["bold", "italic", "link"]
MARK = re.compile(r"\[(\d{1,3})\]")


class TextValue(blocks.StructValue):
    """Text and its notes, as a template needs them."""

    def prefix(self) -> str:
        """What the ids of these notes begin with: unlike that of any other text on the page."""
        return f"note-{zlib.crc32(self['text'].source.encode()):08x}"

    def html(self) -> SafeString:
        """The text with every mark ``[1]`` made a link to its note."""
        prefix = self.prefix()

        def reference(match: re.Match[str]) -> str:
            number = match.group(1)
            return format_html(
                '<sup><a id="{0}-back-{1}" href="#{0}-{1}" role="doc-noteref">{1}</a></sup>',
                prefix,
                number,
            )

        html = expand_db_html(self["text"].source)
        # Rich text is cleaned by Wagtail when it is saved, and a reference holds digits only.
        return mark_safe(MARK.sub(reference, html))  # noqa: S308

    def notes(self) -> list[dict[str, Any]]:
        """The notes with their numbers and ids."""
        prefix = self.prefix()
        return [
            {
                "number": number,
                "id": f"{prefix}-{number}",
                "back": f"{prefix}-back-{number}",
                "text": note,
            }
            for number, note in enumerate(self["footnotes"], start=1)
        ]


class TextBlock(blocks.StructBlock):
    """Running text; ``[1]`` in it points to the first of its footnotes."""

    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    footnotes = blocks.ListBlock(
        blocks.RichTextBlock(features=NOTE_FEATURES, label=_("Footnote")),
        label=_("Footnotes"),
        default=[],
        help_text=_("Write [1], [2] … in the text where each note belongs."),
    )

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, headings, lists and links, with footnotes where needed.")
        template = "blocks/text_block.html"
        value_class = TextValue
        preview_value = {
            "text": "<p>Families belong together. Last year, neighbors posted bond for 214"
            " people.[1]</p>",
            "footnotes": ["<p>Count of the community bond fund, 2025.</p>"],
        }

    def clean(self, value: Any) -> Any:
        """Refuse a mark without a note and a note without a mark."""
        cleaned = super().clean(value)
        marks = {int(number) for number in MARK.findall(cleaned["text"].source)}
        notes = set(range(1, len(cleaned["footnotes"]) + 1))
        if lost := sorted(marks - notes):
            message = _("The text points to footnote %(number)s, but there is none.")
            self._refuse("text", message, lost[0])
        if unused := sorted(notes - marks):
            message = _("Write [%(number)s] in the text where this footnote belongs.")
            self._refuse("footnotes", message, unused[0])
        return cleaned

    def _refuse(self, field: str, message: Any, number: int) -> None:
        error = ValidationError(message, params={"number": number})
        raise StructBlockValidationError(block_errors={field: error})
