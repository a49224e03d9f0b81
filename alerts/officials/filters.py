"""Narrowing the lists of officials and offices in the admin."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from .models import Office, Official
from .states import STATE_CHOICES

_HELD = [("yes", _("Held")), ("no", _("Vacant"))]
_IN_OFFICE = [("yes", _("In office")), ("no", _("Out of office"))]
_REACHED_BY = [
    ("email", _("Email")),
    ("contact_form", _("Contact form")),
    ("website", _("Website")),
    ("phone", _("Phone")),
]


class OfficialFilterSet(WagtailFilterSet):
    """By state, chamber, whether they sit, and how they can be reached."""

    state = django_filters.ChoiceFilter(
        field_name="office__state", choices=STATE_CHOICES, label=pgettext_lazy("US state", "State")
    )
    kind = django_filters.ChoiceFilter(
        field_name="office__kind", choices=Office.Kind.choices, label=_("Chamber")
    )
    in_office = django_filters.ChoiceFilter(
        method="filter_in_office", choices=_IN_OFFICE, label=_("In office")
    )
    reached_by = django_filters.ChoiceFilter(
        method="filter_reached_by", choices=_REACHED_BY, label=_("Reached by")
    )

    class Meta:
        model = Official
        fields = ["party", "is_sample"]

    def filter_in_office(
        self, queryset: QuerySet[Official], _name: str, value: str
    ) -> QuerySet[Official]:
        """Those who hold a seat, or those who hold none."""
        return queryset.filter(office__isnull=value == "no")

    def filter_reached_by(
        self, queryset: QuerySet[Official], _name: str, value: str
    ) -> QuerySet[Official]:
        """Those who have this way."""
        return queryset.exclude(**{value: ""})


class OfficeFilterSet(WagtailFilterSet):
    """By state, chamber, and whether anybody holds the seat."""

    state = django_filters.ChoiceFilter(
        choices=STATE_CHOICES, label=pgettext_lazy("US state", "State")
    )
    kind = django_filters.ChoiceFilter(choices=Office.Kind.choices, label=_("Chamber"))
    held = django_filters.ChoiceFilter(method="filter_held", choices=_HELD, label=_("Holder"))

    class Meta:
        model = Office
        fields = ["state", "kind", "held"]

    def filter_held(self, queryset: QuerySet[Office], _name: str, value: str) -> QuerySet[Office]:
        """Seats with a holder, or vacant ones."""
        return queryset.filter(official__isnull=value == "no")
