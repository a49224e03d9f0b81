"""The lists of a sign-on letter that were delivered: recorded here, shown to the public."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from alerts.petitions.errors import DeliveryRefused
from alerts.petitions.listed import listed_signatures
from alerts.petitions.models import DeliveredList
from alerts.petitions.services.delivering import next_number, record_delivery
from alerts.supporters.fields import ListedLineField
from locales.cldr import local_number

from .base import PetitionPage
from .hub import DELIVER

DELIVERIES = "petition_deliveries"


def today() -> datetime.date:
    """By the site's own clock."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


class DeliveryForm(forms.Form):
    """When the list was handed over, and to whom."""

    number = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    day = forms.DateField(
        label=_("Day of the delivery"),
        widget=AdminDateInput,
        help_text=_(
            "Today, it is the list as it stands now; of an earlier day, as it stood when that day"
            " ended."
        ),
    )
    to_whom = ListedLineField(
        label=_("Handed to"),
        limit=120,
        required=False,
        help_text=_(
            "Public, and not translated: a name or an office, for instance “Office of the Mayor”."
        ),
    )

    def __init__(self, *args: Any, last: DeliveredList | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last = last

    def clean_day(self) -> datetime.date:
        """A day between the last delivery and now."""
        day: datetime.date = self.cleaned_data["day"]
        if day > today():
            raise ValidationError(_("Please choose a day that is not in the future."))
        if self.last and day < self.last.day:
            raise ValidationError(_("Please choose a day that is not before the last delivery."))
        return day


class DeliveriesView(PetitionPage, FormView):
    """All that were recorded, and the form that records one more."""

    permission = DELIVER
    http_method_names = ("get", "post")
    form_class = DeliveryForm
    page_title = _("Delivered lists")
    template_name = "admin/petitions/delivered.html"

    @cached_property
    def last(self) -> DeliveredList | None:
        """The newest that was recorded."""
        found: DeliveredList | None = self.petition.deliveries.first()
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "last": self.last}

    def get_initial(self) -> dict[str, Any]:
        return {"number": next_number(self.last), "day": today()}

    def form_valid(self, form: DeliveryForm) -> HttpResponse:
        """Record it and say so, or say why not."""
        try:
            made = record_delivery(
                petition=self.petition, by=self.request.user, **form.cleaned_data
            )
        except DeliveryRefused:
            messages.error(self.request, _refused())
        else:
            messages.success(self.request, _recorded(made))
        return redirect(DELIVERIES, self.petition.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also what was recorded so far, and how many are listed now."""
        own = {
            "deliveries": self.petition.deliveries.select_related("recorded_by"),
            "listed": listed_signatures(self.petition).count(),
        }
        return {**super().get_context_data(**kwargs), **own}


def _recorded(made: DeliveredList) -> str:
    said = ngettext(
        "The list was recorded with %(names)s name.",
        "The list was recorded with %(names)s names.",
        made.names,
    )
    return said % {"names": local_number(made.names)}


def _refused() -> str:
    return gettext(
        "Nothing was recorded: nobody was listed by that day, or a delivery has been recorded"
        " meanwhile. Please look at the list below."
    )
