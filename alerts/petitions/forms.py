from typing import Any

from django import forms

from alerts.officials.zips import state_of
from alerts.supporters.fields import EmailAddressField, NameField, ZipField

from .entry import Entry
from .models import PublishedPetition


class SignatureForm(forms.Form):
    """What a signer fills in; the same for everybody, so that pages can be cached."""

    name = NameField()
    email = EmailAddressField()
    zip = ZipField()
    consent = forms.BooleanField(required=False)

    def __init__(self, *args: Any, version: PublishedPetition | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = version.consent_text if version else ""
        if text:
            self.fields["consent"].label = text
        else:
            del self.fields["consent"]

    def entry(self) -> Entry:
        """What was typed, once it is valid."""
        typed = self.cleaned_data
        return Entry(
            name=typed["name"],
            email=typed["email"],
            zip=typed["zip"],
            region=state_of(typed["zip"]),
        )
