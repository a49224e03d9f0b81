from typing import Any

from django import forms

from alerts.supporters.fields import EmailAddressField, NameField, ZipField

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
