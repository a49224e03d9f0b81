"""The ways in which an official can truly be reached."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EMAIL = "email"
FORM = "form"
WEBSITE = "website"
PHONE = "phone"

LABELS: "dict[str, str | _StrPromise]" = {
    EMAIL: _("Email"),
    FORM: _("Contact form"),
    WEBSITE: _("Website"),
    PHONE: _("Phone"),
}
_US_NUMBER_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to an official: ``address`` is the email address, web address or phone number."""

    kind: str
    address: str

    @property
    def label(self) -> str:
        """What this way is called in the reader's language."""
        return str(LABELS[self.kind])

    @property
    def href(self) -> str:
        """What a link to this way points at."""
        if self.kind == EMAIL:
            return f"mailto:{self.address}"
        if self.kind == PHONE:
            return f"tel:{dialled(self.address)}"
        return self.address


def dialled(phone: str) -> str:
    """The digits to dial, with the country code where it is a plain US number."""
    digits = re.sub(r"[^\d+]", "", phone)
    return f"+1{digits}" if len(digits) == _US_NUMBER_LENGTH else digits
