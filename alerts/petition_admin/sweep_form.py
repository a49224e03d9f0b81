"""Which signatures a bulk change is about, as staff say it."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput

from alerts.officials.states import STATE_CHOICES
from alerts.petitions.criteria import Criteria
from alerts.petitions.holding import Reason
from alerts.petitions.models import Petition, Signature
from alerts.petitions.services import fits_everybody
from alerts.supporters.fields import EmailAddressField, OneLineField
from alerts.supporters.hashing import email_hash
from alerts.supporters.traces import domain_hash

ANY = ("", _("Any"))
TO = {
    Signature.State.INVALIDATED.value: _("Make them invalid"),
    Signature.State.COUNTED.value: _("Count those that are held"),
}
# As the list of sources and the list of those held hand them over.
CHOSEN = {
    "domain_hash": _("One email provider, chosen in the list of sources."),
    "network_hash": _("One network on one day, chosen in the list of sources."),
    "state": _("Only signatures that are held for review."),
}
HANDED_OVER = tuple(CHOSEN)
COLUMNS = ("held_for", "source", "locale", "region", "since", "before")


class SweepForm(forms.Form):
    """Every field that is filled in must fit; at least one must be.

    ``shown`` is the digest of what was counted last. Only who ``sees_persons`` may ask for one
    address: the number would tell whether it has signed.
    """

    to = forms.ChoiceField(label=_("What to do"), choices=list(TO.items()))
    domain = OneLineField(
        label=_("Email provider"),
        required=False,
        help_text=_("What stands behind the @, such as example.org."),
    )
    email = EmailAddressField(required=False)
    source = OneLineField(
        label=_("Page"),
        required=False,
        help_text=_("The address of the page on this site, as the list of sources shows it."),
    )
    locale = forms.ChoiceField(label=_("Language"), required=False)
    region = forms.ChoiceField(
        label=pgettext_lazy("US state", "State"), choices=[ANY, *STATE_CHOICES], required=False
    )
    held_for = forms.ChoiceField(
        label=_("Was held because of"), choices=[ANY, *Reason.choices], required=False
    )
    since = forms.DateTimeField(label=_("Signed from"), required=False, widget=AdminDateTimeInput)
    before = forms.DateTimeField(
        label=_("Signed before"), required=False, widget=AdminDateTimeInput
    )
    domain_hash = forms.RegexField(r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)
    network_hash = forms.RegexField(r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)
    state = forms.ChoiceField(
        choices=[("", ""), (Signature.State.HELD.value, "")],
        required=False,
        widget=forms.HiddenInput,
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, petition: Petition, sees_persons: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.petition = petition
        if not sees_persons:
            del self.fields["email"]
        locale: Any = self.fields["locale"]
        locale.choices = [ANY, *settings.LANGUAGES]

    def clean(self) -> dict[str, Any]:
        """Refuse what everybody fits, and times that nobody can."""
        given = super().clean() or {}
        if set(HANDED_OVER) & set(self.errors):
            raise ValidationError(_("Please begin again from the list."))
        if self.errors:
            return given
        since, before = given.get("since"), given.get("before")
        if since and before and since >= before:
            raise ValidationError(_("Please let the first time be before the second."))
        if fits_everybody(petition=self.petition, criteria=self.criteria):
            raise ValidationError(_("Please say which signatures: this would be all of them."))
        return given

    @property
    def chosen(self) -> list[Any]:
        """What a list has handed over, in words: it stands in no field that can be seen."""
        return [words for name, words in CHOSEN.items() if self[name].value()]

    @property
    def to_state(self) -> Signature.State:
        """What they become."""
        return Signature.State(self.cleaned_data["to"])

    @property
    def criteria(self) -> Criteria:
        """What was filled in, addresses as hashes."""
        given = self.cleaned_data
        values = {name: given[name] for name in (*COLUMNS, *HANDED_OVER)}
        if given["domain"]:
            values["domain_hash"] = domain_hash(f"@{given['domain'].lstrip('@')}")
        address = given.get("email")
        return Criteria(**values, email_hash=email_hash(address) if address else "")

    @property
    def digest(self) -> str:
        """What tells whether the fields are still those that were counted."""
        return f"{self.cleaned_data['to']}-{self.criteria.digest}"
