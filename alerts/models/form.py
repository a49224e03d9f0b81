from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from alerts.officials.states import STATE_CHOICES


class AlertForm(WagtailAdminPageForm):
    """The editor's form of an alert, with its states to tick."""

    states = forms.MultipleChoiceField(
        label=_("States"),
        choices=STATE_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Shown on these states' pages. Leave empty for an alert that concerns all."),
    )
