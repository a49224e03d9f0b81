"""From the text of a cell to a value, or a sentence on why not."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alerts.supporters.fields import EmailAddressField, ListedLineField, OneLineField
from alerts.supporters.spreadsheets.formulas import is_formula, unsafe
from locales.languages import BY_CODE

from ..forms.fields import EndorserNameField, WebsiteField
from ..models import Endorser
from .columns import CONTACT, NOTES
from .languages import read_languages
from .places import read_place
from .problems import Problem
from .remarks import without_remark

YES = {"1", "yes", "y", "true", "x"}
NO = {"0", "no", "n", "false"}
ID_LIMIT = 60
ADDRESS_MESSAGES = {
    "space": gettext_lazy("Please write one address, without spaces."),
    "invalid": gettext_lazy("Please write the address in full, like name@example.org."),
}


def read_cells(line: int, cells: dict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """The values of one line, and its problems; ``cells`` holds texts by column.

    Text that cannot be taken over is kept as it is, for the register may say the same already; of
    a contact, nothing is kept then. Where the list has no column for it, the remark “for
    identification purposes only” is looked for in the name.
    """
    values: dict[str, Any] = {}
    problems = []
    for column, text in cells.items():
        try:
            values[column] = _read(column, text.strip())
        except ValidationError as error:
            values[column] = "" if column in CONTACT else unsafe(text.strip())
            problems.append(Problem(line, " ".join(error.messages), column))
    if "identification_only" not in cells:
        values["name"], has_remark = without_remark(values["name"])
        values |= {"identification_only": True} if has_remark else {}
    return values, problems


def _read(column: str, text: str) -> Any:
    if not text:
        return _READERS[column].clean("") if column == "name" else ""
    if is_formula(text):
        raise ValidationError(
            _("This begins like a formula. Please begin with a letter or a digit.")
        )
    return _READERS[column].clean(unsafe(text))


class _By:
    """Reads by a function, like a form's field."""

    def __init__(self, clean: Callable[[str], Any]) -> None:
        self.clean = clean


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in YES | NO:
        raise ValidationError(_("Please write 1 or yes, 0 or no."))
    return text.casefold() in YES


def _one_of(choices: type[Any]) -> Callable[[str], str]:
    def read(text: str) -> str:
        for value, label in choices.choices:
            if text.casefold().replace(" ", "_") == value or text.casefold() == label.casefold():
                return str(value)
        message = _("“%(text)s” is none of these: %(choices)s.")
        raise ValidationError(message % {"text": text[:40], "choices": ", ".join(choices.values)})

    return read


def _language_code(text: str) -> str:
    if text.casefold() not in BY_CODE:
        message = _("The site writes in these languages only: %(codes)s.")
        raise ValidationError(message % {"codes": ", ".join(BY_CODE)})
    return text.casefold()


_READERS: dict[str, Any] = {
    "id": OneLineField(limit=ID_LIMIT),
    "place": _By(read_place),
    "name": EndorserNameField(),
    "identification_only": _By(_yes_or_no),
    "person": _By(_yes_or_no),
    "affiliation": ListedLineField(),
    "scope": _By(_one_of(Endorser.Scope)),
    "nation": ListedLineField(limit=120),
    "city": ListedLineField(limit=120),
    "kind": _By(_one_of(Endorser.Kind)),
    "languages": _By(read_languages),
    "website": WebsiteField(),
    "sort_as": ListedLineField(),
    **{name: OneLineField(limit=300) for name in NOTES},
    "contact_name": OneLineField(),
    "contact_role": OneLineField(),
    "contact_email": EmailAddressField(error_messages=ADDRESS_MESSAGES),
    "contact_language": _By(_language_code),
}
