"""One signature in words, for those who may know who signed."""

import datetime
from collections.abc import Callable
from typing import Any

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from alerts.officials.states import state_name
from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Signature
from alerts.supporters.asks.act import Act
from alerts.supporters.dossier import opened
from coalition.spoken import language_name
from locales.countries import country_name

# What is kept in the clear and tells something.
IN_THE_CLEAR = (
    *("state", "locale", "country", "region", "source", "signed_at", "confirmed_at"),
    *("shows_name", "shown_as", "wants_news", "reason_state"),
)

# What is kept as a code, by what names it.
CODES: dict[str, Callable[[str], str]] = {
    "locale": language_name,
    "country": country_name,
    "region": state_name,
}

Line = tuple[str | Promise, str]


def with_languages(acts: list[Act]) -> list[tuple[Act, str]]:
    """Each with the name of the language it was done in."""
    return [(act, language_name(act.locale)) for act in acts]


def lines_about(signature: Signature) -> list[Line]:
    """The label and value of everything that is known; first who it is."""
    sealed = opened(signature)
    labels = {name: field.label for name, field in SignatureForm.base_fields.items()}
    who = [(labels.get(name) or name, text) for name, text in sealed.items() if text]
    return who + [_line(signature, name) for name in IN_THE_CLEAR]


def _line(signature: Signature, name: str) -> Line:
    field: Any = signature._meta.get_field(name)
    return field.verbose_name, _said(signature, name)


def _said(signature: Signature, name: str) -> str:
    value = getattr(signature, name)
    if name in CODES and value:
        return CODES[name](value)
    display = getattr(signature, f"get_{name}_display", None)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    return str(display() if display else value or "–")
