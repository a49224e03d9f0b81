"""Two entries side by side, of which one stays."""

from typing import Any

from django import forms
from django.contrib.admin.utils import label_for_field
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from ..errors import MergeReason, MergeRefused
from ..models import Contact, Endorser
from ..services.contacts import is_good_contact, is_stranger
from ..services.merging import FIELDS, may_keep, merge
from .columns import places_text
from .sentences import MERGE_SENTENCES
from .ways import EDIT, LIST, way_to

KEEP, DROP = "keep", "drop"
CONTACT = "take_contact"


class MergeForm(forms.Form):
    """For each field in which the two differ: whose value stays. Gaps are filled by default."""

    def __init__(self, *args: Any, kept: Endorser, dropped: Endorser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            mine, other = getattr(kept, name), getattr(dropped, name)
            if mine != other:
                self.fields[name] = forms.ChoiceField(
                    label=str(label_for_field(name, Endorser)),
                    choices=[(KEEP, _shown(kept, name)), (DROP, _shown(dropped, name))],
                    initial=DROP if other and not mine else KEEP,
                    widget=forms.RadioSelect,
                )
        if Contact.objects.filter(endorser=dropped).exists():
            self.fields[CONTACT] = forms.BooleanField(
                label=_("Take over the contact"),
                help_text=_(
                    "Only if you know that this person speaks for the entry that is kept: a contact"
                    " can correct it and take it off the list. It replaces the other contact."
                ),
                initial=is_good_contact(kept, dropped),
                required=False,
            )

    def differing(self) -> list[forms.BoundField]:
        """Where to choose between the two."""
        return [self[name] for name in self.fields if name != CONTACT]

    def taken(self) -> set[str]:
        """The fields that are taken from the one that goes."""
        return {name for name, whose in self.cleaned_data.items() if whose == DROP}


class MergeView(WagtailAdminTemplateMixin, PermissionCheckedMixin, FormView):
    """Shows both and lets staff choose, field by field."""

    model = Endorser
    permission_required = "delete"
    form_class = MergeForm
    template_name = "admin/coalition/merge.html"
    page_title = _("Merge")
    header_icon = "group"
    kept: Endorser
    dropped: Endorser

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find both; where they cannot become one, say why."""
        rows = Endorser.objects.prefetch_related("places", "languages", "endorsements__statement")
        found = rows.in_bulk([kwargs[KEEP], kwargs[DROP]])
        if kwargs[KEEP] not in found or kwargs[DROP] not in found:
            return self.refuse(MergeReason.GONE)
        self.kept, self.dropped = found[kwargs[KEEP]], found[kwargs[DROP]]
        if reason := may_keep(self.kept, self.dropped):
            return self.refuse(reason)
        return super().dispatch(request, *args, **kwargs)

    def refuse(self, reason: MergeReason) -> HttpResponse:
        """Back to the list, with a sentence."""
        messages.warning(self.request, str(MERGE_SENTENCES[reason]))
        return redirect(reverse(LIST))

    def get_page_subtitle(self) -> str:
        """The one that stays."""
        return str(self.kept)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back, by the one that stays."""
        return [*super().get_breadcrumbs_items(), *way_to(self.kept, self.page_title)]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The two that are compared."""
        return {**super().get_form_kwargs(), "kept": self.kept, "dropped": self.dropped}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also what is kept of both, and the way to keep the other one instead."""
        return {
            **super().get_context_data(**kwargs),
            "sides": [_side(self.kept, self.kept), _side(self.dropped, self.kept)],
            "may_swap": may_keep(self.dropped, self.kept) is None,
        }

    def form_valid(self, form: MergeForm) -> HttpResponse:
        """Merge, unless something has happened to either of them meanwhile."""
        keys = {"keep": self.kept.pk, "drop": self.dropped.pk}
        try:
            takes = form.cleaned_data.get(CONTACT, False)
            fields = form.taken()
            merged = merge(**keys, fields=fields, by=self.request.user, take_contact=takes)
        except MergeRefused as error:
            return self.refuse(error.reason)
        said = gettext("“%(name)s” has taken in the other entry.") % {"name": merged}
        messages.success(self.request, said)
        return redirect(reverse(EDIT, args=[merged.pk]))


def _side(endorser: Endorser, kept: Endorser) -> dict[str, Any]:
    """What the page tells of one of the two beside its fields."""
    contact = Contact.objects.filter(endorser=endorser).first()
    present = endorser.endorsements.all()
    return {
        "endorser": endorser,
        "places": places_text(endorser),
        "statements": sorted({endorsement.statement.name for endorsement in present}),
        "contact": contact,
        "is_stranger": contact is not None and is_stranger(contact, kept),
    }


def _shown(endorser: Endorser, name: str) -> str:
    display = getattr(endorser, f"get_{name}_display", None)
    value = display() if display else getattr(endorser, name)
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    return str(value or "–")
