"""The form by which staff keep an entry of the register."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from alerts.supporters.fields import ListedLineField

from ..models import Endorser, Statement
from ..places import TRIBAL
from ..services.contacts import look_at_domain, speaker_of
from ..spoken import language_choices
from .contact import ContactFields
from .facts import place_choices
from .fields import EndorserNameField, WebsiteField
from .notes import NotesField
from .saving import save_entry


class EndorserForm(ContactFields, WagtailAdminModelForm):
    """What the public sees of an endorser, what it stands behind, and who speaks for it.

    A new one is listed at once, unless ``list_now`` is left empty.
    """

    name = EndorserNameField(label=_("Name"), help_text=_("As it calls itself, in any script."))
    affiliation = ListedLineField(
        label=_("Title and affiliation"),
        required=False,
        help_text=_("Of a person only: shown after the name, for identification purposes only."),
    )
    nation = ListedLineField(
        label=_("Name of the tribal nation"),
        limit=120,
        required=False,
        help_text=_("As it calls itself; needed if “Tribal nations” is ticked."),
    )
    city = ListedLineField(label=_("City"), limit=120, required=False)
    website = WebsiteField(label=_("Website"), required=False)
    sort_as = ListedLineField(
        label=_("Sort as"),
        required=False,
        help_text=_("Only where the name sorts badly, for instance a name in another script."),
    )
    place_codes = forms.MultipleChoiceField(
        label=_("Listed under"),
        choices=place_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One place or several; none for national and international ones."),
    )
    language_codes = forms.MultipleChoiceField(
        label=_("Languages it works in"),
        choices=language_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    statement_keys = forms.ModelMultipleChoiceField(
        label=_("Stands behind"),
        queryset=Statement.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note_texts = NotesField(
        label=_("Public remark"), help_text=_("Beside the name, for readers of each language.")
    )
    list_now = forms.BooleanField(
        label=_("List it at once"),
        required=False,
        initial=True,
        help_text=_("Otherwise it waits for a decision, like those that join by the form."),
    )

    class Media:
        css = {"all": ["css/admin/register.css"]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        statements: Any = self.fields["statement_keys"]
        statements.queryset = _statements(self.instance)
        if self.instance.pk:
            self._show_parts(self.instance)
            self.fields.pop("list_now", None)
        else:
            self._choose_the_only_statement()
        if self.instance.is_person and not self.instance.name:
            self.fields["name"].required = False
        if self.shows_contact and self.instance.pk:
            self.show_contact(self.instance, speaker_of(self.instance))

    def clean(self) -> dict[str, Any]:
        """Forget what does not apply, and ask for what is missing."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        self._refuse_forgotten()
        if typed.get("scope") in Endorser.WIDE:
            typed["place_codes"] = []
        elif typed.get("scope") and not typed.get("place_codes"):
            self.add_error("place_codes", _("Please choose at least one place."))
        if TRIBAL not in typed.get("place_codes", []):
            typed["nation"] = ""
        elif not typed.get("nation") and "nation" not in self.errors:
            self.add_error("nation", _("Please write the name of the tribal nation."))
        if not typed.get("is_person"):
            typed["affiliation"] = ""
        elif typed.get("affiliation"):
            typed["identification_only"] = True
        return typed

    def save(self, commit: bool = True) -> Endorser:
        """Store the entry with all its parts, in the caller's transaction."""
        is_new = self.instance.pk is None
        endorser: Endorser = super().save(commit=commit)
        if commit:
            save_entry(endorser, self.cleaned_data, by=self.for_user, is_new=is_new)
            if self.shows_contact:
                self.save_contact(endorser)
            look_at_domain(endorser)
        return endorser

    def _show_parts(self, endorser: Endorser) -> None:
        present = endorser.endorsements.filter(counted_until=None)
        self.initial.update(
            place_codes=list(endorser.places.values_list("code", flat=True)),
            language_codes=list(endorser.languages.values_list("code", flat=True)),
            statement_keys=list(present.values_list("statement", flat=True)),
            note_texts=dict(endorser.notes.values_list("locale", "text")),
        )

    def _choose_the_only_statement(self) -> None:
        """Where just one statement can be joined, a new entry is likely to stand behind it."""
        still_open = Statement.objects.open().values_list("pk", flat=True)[:2]
        if len(still_open) == 1:
            self.initial.setdefault("statement_keys", list(still_open))

    def _refuse_forgotten(self) -> None:
        """A person who withdrew meanwhile must not come back by an old form."""
        if self.instance.pk and self.instance.status in Endorser.LEFT and self.was_person:
            message = _("Nothing is kept of a person who has withdrawn or was declined.")
            self.add_error(None, message)

    @property
    def was_person(self) -> bool:
        """Whether the entry, as it is stored, is of a person."""
        return bool(self.initial.get("is_person"))


def _statements(endorser: Endorser) -> QuerySet[Statement]:
    """Those that can be chosen, and those that are chosen already."""
    chosen = Q(endorsements__endorser=endorser.pk) if endorser.pk else Q()
    return Statement.objects.filter(Q(archived_at=None) | chosen).order_by("-pk").distinct()
