"""What the register tells of each endorser at a glance."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn

from ..models import Endorser
from ..places import TRIBAL, place_name
from .ways import TWIN


def places_text(endorser: Endorser) -> str:
    """Where it is listed, in few letters."""
    if endorser.scope in Endorser.WIDE:
        return endorser.get_scope_display()
    return ", ".join(_short(place.code, endorser) for place in endorser.places.all()) or "–"


def _short(code: str, endorser: Endorser) -> str:
    return (endorser.nation or place_name(code)) if code == TRIBAL else code


class StatusColumn(Column):
    """The status as a tag that stands out where staff must decide."""

    cell_template_name = "admin/coalition/status_cell.html"


class MarksColumn(Column):
    """What staff should look at before they decide."""

    cell_template_name = "admin/coalition/marks_cell.html"

    def get_value(self, instance: Any) -> list[tuple[Any, str]]:
        """Remarks on a row that the listing has annotated, each with the way to more, if any."""
        twin = reverse(TWIN, args=[instance.pk])
        said = [
            (instance.has_correction, _("Correction waits"), ""),
            (instance.is_doubtful, _("Possible duplicate"), twin),
            (instance.has_stranger, _("Contact is not at the website"), ""),
        ]
        return [(words, way) for applies, words, way in said if applies]


COLUMNS = [
    "__str__",
    StatusColumn("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
    Column("places", label=_("Listed under"), accessor=places_text),
    Column("scope", label=_("Scope"), accessor="get_scope_display", sort_key="scope"),
    Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
    Column("origin", label=_("Came by"), accessor="get_origin_display", sort_key="origin"),
    MarksColumn("marks", label=_("Look at")),
    DateColumn("created_at", label=_("Entered"), sort_key="created_at"),
]
