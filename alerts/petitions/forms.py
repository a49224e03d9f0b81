from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alerts.officials.zips import state_of
from alerts.supporters.asks.consent import ask_for_consent
from alerts.supporters.fields import (
    AgreementBox,
    CityField,
    CountryField,
    EmailAddressField,
    ListedLineField,
    NameField,
    PhoneField,
    PostalCodeField,
    ReasonField,
    ZipField,
)
from alerts.supporters.honeypot import HoneypotField
from locales.countries import HOME

from .entry import Entry
from .models import Petition, PublishedPetition
from .models.settings import Asked, Shown

# The fields that an editor switches on, by the setting that does.
SWITCHED = {
    "asks_city": ("city",),
    "asks_phone": ("phone",),
    "asks_role": ("title", "organisation"),
    "asks_reason": ("reason",),
}
# What a sign-on letter always asks, since it lists it.
LISTED = {"asks_city", "asks_role"}
AGREED = {
    Shown.FIRST_NAME: _("Show my first name and my state on this page."),
    Shown.FULL_NAME: _("Show my full name and my state on this page."),
    Shown.LISTED: _(
        "List my name, title, congregation or organization, city and state or country under this"
        " letter."
    ),
}
AGREED_WITH_REASON = {
    Shown.FIRST_NAME: _("Show my first name, my state and my reason on this page."),
    Shown.FULL_NAME: _("Show my full name, my state and my reason on this page."),
    Shown.LISTED: _(
        "List my name, title, congregation or organization, city and state or country under this"
        " letter, and show my reason there."
    ),
}
NOT_LISTED = _("Please tick this box: everybody who signs this letter is listed under it.")
NO_LINK = {"url": _("Please leave out web addresses.")}


class SignatureForm(forms.Form):
    """What a signer fills in; the same for everybody, so that pages can be cached.

    ``petition`` says what is asked before any words are published. Fields that do not apply to the
    country that was chosen are neither required nor read. In safety mode (``safe``) nobody is
    asked to be shown; where nobody confirms, nobody is asked to be shown or mailed.
    """

    template_name = "components/sign_form.html"

    name = NameField()
    title = ListedLineField(
        label=pgettext_lazy("of a person", "Title"),
        limit=120,
        autocomplete="organization-title",
        help_text=_("For instance: pastor, imam, nurse, teacher."),
        error_messages=NO_LINK,
    )
    organisation = ListedLineField(
        label=_("Congregation or organization"),
        limit=120,
        autocomplete="organization",
        help_text=_("For identification purposes only: you sign for yourself, not for it."),
        error_messages=NO_LINK,
    )
    email = EmailAddressField()
    phone = PhoneField()
    city = CityField(limit=120)
    zip = ZipField()
    country = CountryField(template_name="components/country_field.html")
    postal_code = PostalCodeField()
    reason = ReasonField(
        label=_("Why do you sign?"),
        help_text=_("The people who run this petition read it before anybody else does."),
    )
    shows_name = forms.BooleanField(required=False)
    wants_news = forms.BooleanField(label=_("Mail me what comes of this petition."), required=False)
    consent = forms.BooleanField(required=False)
    website = HoneypotField()

    def __init__(
        self,
        data: Any = None,
        *,
        version: PublishedPetition | None = None,
        petition: Petition | None = None,
        safe: bool = False,
    ) -> None:
        self.version = version
        self.safe = safe
        self.petition = version.petition if version else petition or Petition()
        super().__init__(data, auto_id=f"sign{self.petition.pk or ''}_%s")
        self._switch_fields()
        self._offer_to_be_shown()
        self._offer_news()
        ask_for_consent(self, version)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the fields for people abroad are in use, or need attention."""
        chosen = self["country"].value() or HOME
        return bool(chosen != HOME or self["country"].errors or self["postal_code"].errors)

    def clean(self) -> dict[str, Any]:
        """Forget what was typed, rightly or wrongly, where it does not apply."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        left_out = "postal_code" if typed.get("country", HOME) == HOME else "zip"
        self.errors.pop(left_out, None)
        typed[left_out] = ""
        return typed

    def entry(self) -> Entry:
        """What was typed, once it is valid."""
        typed = self.cleaned_data
        is_shown = typed.get("shows_name", False)
        texts = ("name", "email", "city", "phone", "title", "organisation", "reason")
        return Entry(
            **{name: typed.get(name, "") for name in texts},
            **self.place(),
            shows_name=is_shown,
            shown_as=self.petition.shows if is_shown else Shown.NOTHING.value,
            wants_news=typed.get("wants_news", False),
        )

    def place(self) -> dict[str, str]:
        """The postal code, country and state of a valid form; there is no state abroad."""
        typed = self.cleaned_data
        code = typed["zip"]
        region = state_of(code) if code else ""
        return {"zip": code or typed["postal_code"], "country": typed["country"], "region": region}

    def _switch_fields(self) -> None:
        for setting, names in SWITCHED.items():
            asked = self._asked(setting)
            for name in names:
                if asked == Asked.NO:
                    del self.fields[name]
                else:
                    self._require(name, asked == Asked.ALWAYS)

    def _asked(self, setting: str) -> str:
        """What the editor chose; the mayor of a signer can only be known by the city."""
        to_own_mayor = self.version is not None and self.version.goes_to_own_mayor
        if setting == "asks_city" and to_own_mayor:
            return Asked.ALWAYS
        if setting in LISTED and self.petition.is_sign_on:
            return Asked.ALWAYS
        return str(getattr(self.petition, setting))

    def _require(self, name: str, required: bool) -> None:
        """As the constructor of a field does."""
        self.fields[name].required = required
        self.fields[name].widget.is_required = required

    def _offer_to_be_shown(self) -> None:
        """A box whose value says what is agreed to: an older page may have said something else."""
        wordings = AGREED_WITH_REASON if "reason" in self.fields else AGREED
        agreed = wordings.get(Shown(self.petition.shows))
        if agreed is None or self.safe or not self.petition.confirms:
            del self.fields["shows_name"]
            return
        box = self.fields["shows_name"]
        box.label = agreed
        box.widget = AgreementBox(self.petition.shows)
        box.error_messages["required"] = NOT_LISTED
        self._require("shows_name", self.petition.is_sign_on)

    def _offer_news(self) -> None:
        if not self.petition.confirms:
            del self.fields["wants_news"]
