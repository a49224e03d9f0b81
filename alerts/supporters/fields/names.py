from django.utils.translation import gettext_lazy as _

from .. import characters, links
from .one_line import OneLineField


class NameField(OneLineField):
    """A person's whole name, as that person writes it."""

    default_label = _("Full name")
    attributes = {"dir": "auto", "autocomplete": "name", "spellcheck": "false"}
    default_error_messages = {
        "required": _("Please write your name."),
        "too_long": _("Please shorten your name to at most %(limit)s characters."),
        "line_break": _("Please write your name on one line."),
        "deceptive": _("Please type your name again: it holds characters that cannot be seen."),
        "letters": _("Please write your name with letters."),
        "url": _("Please write only your name here, without a web address."),
        "formula": _("Please begin your name with a letter, not with = + - or @."),
    }

    def validate(self, value: str) -> None:
        """Refuse web addresses, spreadsheet formulas and what is no name in any script."""
        super().validate(value)
        if value[:1] in characters.FORMULA_STARTS:
            raise self.refusal("formula")
        if links.name_holds_link(value):
            raise self.refusal("url")
        if value and not any(char.isalpha() for char in value):
            raise self.refusal("letters")
