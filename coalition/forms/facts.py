"""The public facts of an endorser, as its own contact fills them in."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alerts.supporters.fields import ListedLineField

from ..facts import Facts
from ..listing.grouping import in_alphabet
from ..models import Endorser
from ..places import PLACE_CHOICES, TRIBAL, place_name
from ..spoken import language_choices
from .fields import EndorserNameField, TickBoxes, WebsiteField


def place_choices() -> list[tuple[str, str]]:
    """States and territories in the order of the reader's alphabet, then the tribal nations."""
    named = [(code, place_name(code)) for code, _name in PLACE_CHOICES]
    return sorted(named, key=lambda pair: (pair[0] == TRIBAL, in_alphabet(pair[1])))


def kind_choices() -> list[tuple[str, str]]:
    """Every kind, after a line that asks for one."""
    kinds = [(value, str(label)) for value, label in Endorser.Kind.choices]
    return [("", gettext("Please choose")), *kinds]


class FactsForm(forms.Form):
    """What the public will see of an endorser.

    Fields that do not apply to what was chosen in others are neither required nor read.
    """

    name = EndorserNameField(
        label=_("Name"), help_text=_("As it should stand on the list, in any script.")
    )
    affiliation = ListedLineField(
        label=_("Title and affiliation"),
        required=False,
        help_text=_(
            "Stands after your name, marked “for identification purposes only”: it does not speak"
            " for the organization."
        ),
    )
    scope = forms.ChoiceField(
        label=_("Area of work"),
        choices=[
            (Endorser.Scope.LOCAL, _("A city or a region")),
            (Endorser.Scope.STATE, _("One state or several")),
            (Endorser.Scope.NATIONAL, _("The whole United States")),
            (Endorser.Scope.INTERNATIONAL, _("Several countries")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose the area of work."),
            "invalid_choice": _("Please choose the area of work."),
        },
    )
    places = forms.MultipleChoiceField(
        label=_("Listed under"),
        choices=place_choices,
        widget=TickBoxes(summary=_("Choose states, territories or tribal nations")),
        help_text=_("One place or several."),
        error_messages={
            "required": _("Please choose the place, or the places, to be listed under."),
            "invalid_choice": _("Please choose from these places only."),
            "invalid_list": _("Please choose from these places only."),
        },
    )
    nation = ListedLineField(
        label=_("Name of the tribal nation"),
        limit=120,
        help_text=_("As it calls itself."),
        error_messages={"required": _("Please write the name of the tribal nation.")},
    )
    city = ListedLineField(label=_("City"), limit=120, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of work"),
        choices=kind_choices,
        error_messages={
            "required": _("Please choose what describes it best."),
            "invalid_choice": _("Please choose what describes it best."),
        },
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages worked in"),
        choices=language_choices,
        required=False,
        widget=TickBoxes(summary=_("Choose languages")),
        error_messages={
            "invalid_choice": _("Please choose from these languages only."),
            "invalid_list": _("Please choose from these languages only."),
        },
    )
    website = WebsiteField(label=_("Website"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "join_%s")
        super().__init__(*args, **kwargs)

    @property
    def is_person(self) -> bool:
        """Whether a person fills this in, in a personal capacity."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Forget what was typed, rightly or wrongly, where it does not apply."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.left_out(typed):
            self.errors.pop(name, None)
            typed[name] = [] if name == "places" else ""
        return typed

    def left_out(self, typed: dict[str, Any]) -> set[str]:
        """The fields that do not apply."""
        left = set() if self.is_person else {"affiliation"}
        if typed.get("scope") in Endorser.WIDE:
            return left | {"places", "nation"}
        return left if TRIBAL in self._ticked() else left | {"nation"}

    def as_facts(self) -> Facts:
        """What was filled in, once it is valid."""
        typed = self.cleaned_data
        return Facts(
            is_person=self.is_person,
            name=typed["name"],
            affiliation=typed.get("affiliation", ""),
            scope=typed["scope"],
            places=tuple(sorted(set(typed["places"]))),
            nation=typed["nation"],
            city=typed["city"],
            kind=typed["kind"],
            languages=tuple(sorted(set(typed["languages"]))),
            website=typed["website"],
        )

    def _ticked(self) -> list[str]:
        """The places as they were ticked, good or bad."""
        return list(self["places"].value() or [])
