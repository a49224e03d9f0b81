"""The form by which an organization or a person joins."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.consent import ask_for_consent
from alerts.supporters.fields import EmailAddressField, NameField, OneLineField

from ..facts import Speaker
from ..models import PublishedStatement
from .facts import FactsForm

ORGANIZATION, PERSON = "organization", "person"
FOR_ORGANIZATIONS = {"contact_name", "role", "may_sign"}
FOR_PERSONS = {"own_name"}


class JoinForm(FactsForm):
    """Who endorses, what the public sees of it, and who speaks for it.

    The same for everybody, so that pages can be cached.
    """

    template_name = "components/join_form.html"
    field_order = ("who",)

    who = forms.ChoiceField(
        label=_("Who endorses?"),
        choices=[
            (ORGANIZATION, _("An organization")),
            (PERSON, _("I, as a person, in my own name")),
        ],
        initial=ORGANIZATION,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please say who endorses."),
            "invalid_choice": _("Please say who endorses."),
        },
    )
    contact_name = NameField(label=_("Your name"))
    role = OneLineField(label=_("Your role there"), required=False)
    email = EmailAddressField()
    may_sign = forms.BooleanField(
        label=_("I may sign for this organization."),
        error_messages={"required": _("Please tick this box if you may sign; else ask who may.")},
    )
    own_name = forms.BooleanField(
        label=_("I endorse in my own name and agree that it is listed."),
        error_messages={"required": _("Please tick this box: your name will be public.")},
    )
    consent = forms.BooleanField(required=False)

    def __init__(self, data: Any = None, *, version: PublishedStatement | None) -> None:
        super().__init__(data)
        ask_for_consent(self, version)

    @property
    def is_person(self) -> bool:
        """What was answered to the first question."""
        return bool(self["who"].value() == PERSON)

    def left_out(self, typed: dict[str, Any]) -> set[str]:
        """Also what only the other kind of endorser fills in."""
        return super().left_out(typed) | (FOR_ORGANIZATIONS if self.is_person else FOR_PERSONS)

    def as_speaker(self) -> Speaker:
        """Who filled it in, once it is valid; a person speaks for that person."""
        typed = self.cleaned_data
        name = typed["name"] if self.is_person else typed["contact_name"]
        return Speaker(name=name, role=typed["role"], email=typed["email"])
