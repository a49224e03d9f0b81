"""The form by which a contact corrects an entry."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from alerts.supporters.fields import MessageField
from locales.cldr import local_list

from ..facts import as_texts, facts_of
from ..models import Endorser
from ..spoken import language_choices, language_name
from .facts import FactsForm


class CorrectionForm(FactsForm):
    """What the public sees of ``endorser``, or would see with the ``waiting`` correction."""

    template_name = "components/correction_form.html"

    answer = MessageField(
        label=_("Anything the people who run this should know"),
        required=False,
        help_text=_("For instance the answer to a question they mailed you. It is never public."),
    )

    def __init__(
        self, data: Any = None, *, endorser: Endorser, waiting: dict[str, str] | None = None
    ) -> None:
        self.endorser = endorser
        self.now = as_texts(facts_of(endorser))
        shown: dict[str, Any] = self.now | (waiting or {})
        for name in ("places", "languages"):
            shown[name] = [code for code in shown[name].split(",") if code]
        super().__init__(data, initial=shown)
        self._keep_rare_languages(shown["languages"])
        if not endorser.is_person:
            del self.fields["affiliation"]

    @property
    def is_person(self) -> bool:
        """As it is: a person never becomes an organization."""
        return self.endorser.is_person

    def as_listed(self) -> list[tuple[str, str]]:
        """What stands on the list now: each fact that there is, under its label."""
        return [
            (str(self.fields[name].label), self._in_words(name, text))
            for name, text in self.now.items()
            if text
        ]

    def changes(self) -> dict[str, str]:
        """What a correction holds: new values as text, codes joined with commas; the answer."""
        wanted = as_texts(self.as_facts())
        changed = {name: text for name, text in wanted.items() if text != self.now[name]}
        answer = self.cleaned_data["answer"]
        return changed | ({"answer": answer} if answer else {})

    def _in_words(self, name: str, text: str) -> str:
        choices = getattr(self.fields[name], "choices", None)
        if choices is None:
            return text
        named = {str(code): str(label) for code, label in choices}
        return local_list(named.get(code, code) for code in text.split(","))

    def _keep_rare_languages(self, codes: list[str]) -> None:
        """Offer also those of its languages that the join form does not."""
        offered = language_choices()
        rare = [(code, language_name(code)) for code in codes if code not in dict(offered)]
        field = cast("forms.MultipleChoiceField", self.fields["languages"])
        field.choices = offered + rare
