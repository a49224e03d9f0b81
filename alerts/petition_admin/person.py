"""One signature in words, for those who may know who signed."""

import datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Signature
from alerts.supporters.dossier import opened

# What is kept in the clear and tells something.
IN_THE_CLEAR = (
    *("state", "locale", "country", "region", "source", "signed_at", "confirmed_at"),
    *("shows_name", "shown_as", "wants_news", "reason_state"),
)

Line = tuple[str | Promise, str]


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
    display = getattr(signature, f"get_{name}_display", None)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    return str(display() if display else value or "–")
