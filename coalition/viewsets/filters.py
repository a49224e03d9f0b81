"""Narrowing the register in the admin."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from ..duplicates import with_duplicates
from ..forms.facts import place_choices
from ..models import Contact, Correction, Endorsement, Endorser, Statement
from ..spoken import language_choices

YES_OR_NO = [("yes", _("Yes")), ("no", _("No"))]


class EndorserFilterSet(WagtailFilterSet):
    """By where an endorser stands and is at home, what it is, and what staff should look at."""

    status = django_filters.ChoiceFilter(choices=Endorser.Status.choices, label=_("Status"))
    place = django_filters.ChoiceFilter(
        field_name="places__code", choices=place_choices, label=_("Place")
    )
    scope = django_filters.ChoiceFilter(choices=Endorser.Scope.choices, label=_("Scope"))
    kind = django_filters.ChoiceFilter(
        choices=Endorser.Kind.choices, label=pgettext_lazy("of an endorser", "Kind")
    )
    language = django_filters.ChoiceFilter(
        field_name="languages__code", choices=language_choices, label=_("Works in")
    )
    statement = django_filters.ModelChoiceFilter(
        queryset=Statement.objects.all(), method="filter_statement", label=_("Stands behind")
    )
    origin = django_filters.ChoiceFilter(choices=Endorser.Origin.choices, label=_("Came by"))
    correction = django_filters.ChoiceFilter(
        choices=YES_OR_NO, method="filter_correction", label=_("Correction waits")
    )
    duplicate = django_filters.ChoiceFilter(
        choices=YES_OR_NO, method="filter_duplicate", label=_("Possible duplicate")
    )
    stranger = django_filters.ChoiceFilter(
        choices=YES_OR_NO, method="filter_stranger", label=_("Contact is not at the website")
    )

    class Meta:
        model = Endorser
        fields: list[str] = []

    def filter_statement(
        self, queryset: QuerySet[Endorser], _name: str, value: Statement
    ) -> QuerySet[Endorser]:
        """Those who stand behind it, or would if they were approved."""
        present = Endorsement.objects.filter(
            endorser=OuterRef("pk"), statement=value, counted_until=None
        )
        return queryset.filter(Exists(present))

    def filter_correction(
        self, queryset: QuerySet[Endorser], _name: str, value: str
    ) -> QuerySet[Endorser]:
        """Those whose contact asks for a change, or the others."""
        return _with(queryset, Exists(corrections()), value)

    def filter_duplicate(
        self, queryset: QuerySet[Endorser], _name: str, value: str
    ) -> QuerySet[Endorser]:
        """Those that look like another, or the others."""
        return _with(queryset, Q(pk__in=with_duplicates()), value)

    def filter_stranger(
        self, queryset: QuerySet[Endorser], _name: str, value: str
    ) -> QuerySet[Endorser]:
        """Those whose contact has an address elsewhere than the website, or the others."""
        return _with(queryset, Exists(strangers()), value)


def corrections() -> QuerySet[Correction]:
    """What the contact of an outer endorser asks to have changed."""
    return Correction.objects.filter(endorser=OuterRef("pk"))


def strangers() -> QuerySet[Contact]:
    """The contact of an outer endorser, if its address is not at the website's domain."""
    return Contact.objects.filter(endorser=OuterRef("pk"), domain_matches=False)


def _with(queryset: QuerySet[Endorser], holds: Any, value: str) -> QuerySet[Endorser]:
    return queryset.filter(holds if value == "yes" else ~holds)
