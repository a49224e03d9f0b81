"""The part of the register's form that only staff with the right to see contacts get."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from alerts.supporters.fields import EmailAddressField, OneLineField

from ..facts import Speaker
from ..models import Endorser
from ..services.contacts import forget_contact, set_contact


class ContactFields(forms.Form):
    """Who speaks for an endorser: sealed, and on no list and in no history."""

    contact_name = OneLineField(label=_("Name"), required=False)
    contact_role = OneLineField(label=_("Role there"), required=False)
    contact_email = EmailAddressField(label=_("Email address"), required=False)
    contact_locale = forms.ChoiceField(
        label=_("Language of mail"), choices=settings.LANGUAGES, required=False
    )

    @property
    def shows_contact(self) -> bool:
        """Whether the contact is on the form, which Wagtail decides by permission."""
        return "contact_email" in self.fields

    def show_contact(self, endorser: Endorser, speaker: Speaker | None) -> None:
        """Fill in who speaks for ``endorser``."""
        if speaker is not None:
            self.initial.update(
                contact_name=speaker.name,
                contact_role=speaker.role,
                contact_email=speaker.email,
                contact_locale=endorser.contact.locale,
            )

    def clean(self) -> dict[str, Any]:
        """A name needs an address, and an address a name."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        said = [typed.get("contact_name"), typed.get("contact_role"), typed.get("contact_email")]
        if any(said):
            self._require("contact_name", _("Please write the contact’s name."))
            self._require("contact_email", _("Please write the contact’s email address."))
        return typed

    def save_contact(self, endorser: Endorser) -> None:
        """Keep what was typed; whoever was cleared is forgotten."""
        typed = self.cleaned_data
        if typed["contact_email"]:
            speaker = Speaker(
                name=typed["contact_name"],
                role=typed["contact_role"],
                email=typed["contact_email"],
            )
            locale = typed["contact_locale"] or settings.LANGUAGE_CODE
            set_contact(endorser=endorser, speaker=speaker, locale=locale)
        else:
            forget_contact(endorser=endorser)

    def _require(self, name: str, message: Any) -> None:
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, message)
