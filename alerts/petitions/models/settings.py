"""What an editor decides about a petition, one for all languages."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Asked(models.TextChoices):
    """Whether the form has a field."""

    NO = "no", pgettext_lazy("a field of a form", "Not asked")
    IF_WANTED = "may", pgettext_lazy("a field of a form", "May be left empty")
    ALWAYS = "must", pgettext_lazy("a field of a form", "Must be filled in")


class Shown(models.TextChoices):
    """What the public sees of those who sign and agree to be shown; each shows more than the last.

    Where signers are listed it is a sign-on letter: nobody signs it without being listed.
    """

    NOTHING = "nothing", _("Nothing but the number")
    FIRST_NAME = "first", _("First name and state")
    FULL_NAME = "full", _("Full name and state")
    LISTED = (
        "list",
        _("Full name, title, organization and city of everybody, by state: a sign-on letter"),
    )


def narrower(one: str, other: str) -> Shown:
    """Which of two values of :class:`Shown` shows less."""
    return min(Shown(one), Shown(other), key=list(Shown).index)


def _asked(label: "_StrPromise") -> models.CharField:
    return models.CharField(label, max_length=4, choices=Asked.choices, default=Asked.NO)


class PetitionSettings(models.Model):
    """The fields of the form, how a signature is confirmed, and what is public."""

    asks_city = _asked(_("city"))
    asks_phone = _asked(_("phone"))
    asks_role = _asked(_("title and organization"))
    asks_reason = _asked(_("reason for signing"))
    confirms = models.BooleanField(
        _("confirmed by mail"),
        default=True,
        help_text=_(
            "If not, signatures count at once, and the public count says so. Anybody can then type"
            " any name and address: nobody who signs is shown to the public or mailed news."
        ),
    )
    takes_second = models.BooleanField(
        _("two people may share an address"),
        default=False,
        help_text=_("A second signature from one address counts if it has another name."),
    )
    shows = models.CharField(
        _("the public sees"),
        max_length=7,
        choices=Shown.choices,
        default=Shown.NOTHING,
        help_text=_("Only of signers who tick that they may be shown."),
    )
    at_risk = models.BooleanField(
        _("signers could be at risk"),
        default=False,
        help_text=_(
            "Keeps names, reasons and numbers of single states from everybody, whatever an alert"
            " says. It is set when an alert in safety mode is deleted."
        ),
    )

    class Meta:
        abstract = True

    @property
    def is_sign_on(self) -> bool:
        """Whether it is a letter whose signers are listed under it, each with a role."""
        return self.shows == Shown.LISTED
