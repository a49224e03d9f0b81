"""The three steps of writing to officials: where you live, who represents you, what you say."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alerts.officials.models import Official
from alerts.supporters.asks.consent import ask_for_consent
from alerts.supporters.fields import (
    CityField,
    EmailAddressField,
    MessageField,
    NameField,
    OneLineField,
    ZipField,
)

from .channels import goes_by_mail
from .drafts import Draft
from .models import PublishedLetter
from .tokens import BY_NAME, to_canonical, to_reader

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TEXTS = ("subject", "body")
KEY_LENGTH = 32
CITY = BY_NAME["constituent_city"]
Choices = Sequence[tuple[str, Any]]
Typed = Mapping[str, Any]


class ZipForm(forms.Form):
    """The first step, the same for everybody, so that pages can be cached."""

    zip = ZipField()


class PlaceForm(forms.Form):
    """Choosing a state, then a representative, where a ZIP code lies in several.

    Give the choices of one question at a time; what is known already is carried along.
    """

    zip = ZipField(widget=forms.HiddenInput)
    state = OneLineField(limit=2, required=False, widget=forms.HiddenInput)
    district = OneLineField(limit=8, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Typed | None = None,
        *,
        states: Choices = (),
        districts: Choices = (),
        initial: Typed | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        if states:
            self.fields["state"] = _choice(gettext_lazy("Which state do you live in?"), states)
        if districts:
            label = gettext_lazy("Who represents you in the House?")
            self.fields["district"] = _choice(label, districts)


class ComposeForm(forms.Form):
    """The letter, begun from published words, to be made the visitor's own.

    Asks for an address only where one of ``officials`` is reached by our mail. Subject and body
    are shown with tokens in the reader's language and cleaned to canonical ones. ``key`` is made
    anew for each page, so that submitting one page again can be told from writing again.
    """

    zip = ZipField(widget=forms.HiddenInput)
    state = OneLineField(limit=2, required=False, widget=forms.HiddenInput)
    district = OneLineField(limit=8, required=False, widget=forms.HiddenInput)
    key = OneLineField(limit=64, required=False, widget=forms.HiddenInput)
    name = NameField()
    email = EmailAddressField()
    city = CityField(required=False)
    subject = OneLineField(label=gettext_lazy("Subject"))
    body = MessageField(label=gettext_lazy("Your letter"))
    consent = forms.BooleanField(required=False)

    def __init__(
        self,
        data: Typed | None = None,
        *,
        version: PublishedLetter,
        officials: Sequence[Official],
        initial: Typed | None = None,
    ) -> None:
        self.version = version
        words = {name: to_reader(version.fields[name], version.locale) for name in TEXTS}
        key = get_random_string(KEY_LENGTH)
        super().__init__(data, initial={**words, "key": key, **(initial or {})})
        if not any(map(goes_by_mail, officials)):
            del self.fields["email"], self.fields["consent"]
        else:
            ask_for_consent(self, version)

    def clean_subject(self) -> str:
        """The subject with canonical tokens."""
        return to_canonical(self.cleaned_data["subject"])

    def clean_body(self) -> str:
        """The body with canonical tokens."""
        return to_canonical(self.cleaned_data["body"])

    def clean(self) -> dict[str, Any]:
        """Refuse a text that would reach an official with a gap in it."""
        typed = self.cleaned_data
        for field in TEXTS:
            left = self._draft(typed.get(field, "")).unresolved()
            if CITY.canonical in left and not typed.get("city"):
                left.remove(CITY.canonical)
                self._ask_for_city()
            if left:
                self.add_error(field, _gaps([to_reader(gap, self.version.locale) for gap in left]))
        return typed

    def as_message(self) -> dict[str, Any]:
        """What was typed, by the names of ``send_message``."""
        typed = self.cleaned_data
        names = ("name", "city", "state", "district", "subject", "body", "key")
        return {
            **{name: typed[name] for name in names},
            "email": typed.get("email", ""),
            "zip_code": typed["zip"],
            "consents": typed.get("consent", False),
        }

    def _draft(self, text: str) -> Draft:
        typed = self.cleaned_data
        return Draft(
            subject="",
            body=text,
            # A name or ZIP code that was refused has an error of its own.
            name=typed.get("name", "…"),
            zip=typed.get("zip", "…"),
            city=typed.get("city", ""),
            region=typed.get("state", ""),
            locale=self.version.locale,
        )

    def _ask_for_city(self) -> None:
        if "city" not in self.errors:
            message = _("Please write your city, or take “%(token)s” out of your letter.")
            self.add_error("city", message % {"token": CITY.for_reader})


def _choice(label: "_StrPromise", choices: Choices) -> forms.ChoiceField:
    message = gettext_lazy("Please choose one of these.")
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": message, "invalid_choice": message},
    )


def _gaps(tokens: list[str]) -> str:
    message = ngettext(
        "Please replace “%(tokens)s” with your own words, or delete it.",
        "Please replace these with your own words, or delete them: %(tokens)s",
        len(tokens),
    )
    return message % {"tokens": " ".join(tokens)}
