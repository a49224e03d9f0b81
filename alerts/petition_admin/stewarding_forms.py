"""What staff type about one person."""

from typing import Any

from django import forms

from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import Signature
from alerts.supporters.fields import EmailAddressField
from locales.countries import HOME

# What stays as the signer said it: the address was confirmed, and the boxes are the signer's own.
SIGNERS_OWN = ("email", "shows_name", "wants_news", "consent", "website")


class AddressForm(forms.Form):
    """One exact address."""

    email = EmailAddressField()


class CorrectionForm(SignatureForm):
    """What a signer once typed, for staff to put right; it has the fields that are asked for."""

    def __init__(self, data: Any = None, *, signature: Signature, sealed: dict[str, str]) -> None:
        super().__init__(data, petition=signature.petition)
        for name in SIGNERS_OWN:
            self.fields.pop(name, None)
        place = "zip" if signature.country == HOME else "postal_code"
        code = sealed.get("zip", "")
        self.initial = {**sealed, "zip": "", place: code, "country": signature.country}

    def facts(self) -> dict[str, Any]:
        """What was typed, as :func:`~alerts.petitions.services.correct_signature` takes it."""
        place = self.place()
        said = {**self.cleaned_data, "zip": place.pop("zip")}
        for name in ("postal_code", "country"):
            del said[name]
        return {"said": said, **place}
