"""What an update says, in every language of the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alerts.petitions.models.news import SUBJECT_LENGTH
from alerts.petitions.news import Words
from alerts.supporters.fields import MessageField
from locales.languages import BY_CODE, Language


@dataclass(frozen=True, slots=True)
class Part:
    """The two fields of one language."""

    language: Language
    subject: forms.BoundField
    body: forms.BoundField


class UpdateForm(forms.Form):
    """Subject and text in each language; only those of the main one must be filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in dict(settings.LANGUAGES):
            self._add(BY_CODE[code], is_needed=code == settings.LANGUAGE_CODE)

    @property
    def parts(self) -> Iterator[Part]:
        """The fields by language, the main one first."""
        for code in dict(settings.LANGUAGES):
            yield Part(BY_CODE[code], self[f"subject_{code}"], self[f"body_{code}"])

    def clean(self) -> dict[str, Any]:
        """Neither a subject without a text nor a text without a subject."""
        given = super().clean() or {}
        for code in dict(settings.LANGUAGES):
            for name, other in (("subject", "body"), ("body", "subject")):
                field = f"{name}_{code}"
                is_lone = not given.get(field) and given.get(f"{other}_{code}")
                if is_lone and field not in self.errors:
                    self.add_error(field, gettext("Please fill in both, or leave both empty."))
        return given

    def words(self) -> dict[str, Words]:
        """What was written, by locale, once it is valid."""
        given = self.cleaned_data
        written = [code for code in dict(settings.LANGUAGES) if given[f"subject_{code}"]]
        return {code: Words(given[f"subject_{code}"], given[f"body_{code}"]) for code in written}

    def _add(self, language: Language, *, is_needed: bool) -> None:
        attrs = {"lang": language.code, "dir": language.direction}
        self.fields[f"subject_{language.code}"] = forms.CharField(
            label=_("Subject"),
            max_length=SUBJECT_LENGTH,
            required=is_needed,
            widget=forms.TextInput(attrs=attrs),
        )
        self.fields[f"body_{language.code}"] = MessageField(
            label=_("Text"), required=is_needed, widget=forms.Textarea(attrs={**attrs, "rows": 10})
        )


def initial_of(words: dict[str, Words]) -> dict[str, str]:
    """The form's fields as they are filled with ``words``."""
    subjects = {f"subject_{code}": said.subject for code, said in words.items()}
    return subjects | {f"body_{code}": said.body for code, said in words.items()}
