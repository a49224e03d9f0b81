"""The register of endorsers as a snippet."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from ..forms.register import EndorserForm
from ..models import Endorser
from .columns import COLUMNS
from .deciding import AskView, CorrectionView, DecideView, DeclineView
from .editing import DeleteEndorserView, EditEndorserView
from .filters import EndorserFilterSet
from .listing import EndorserIndexView, register_rows
from .merging import MergeView
from .twins import TwinView

SEES_CONTACTS = "coalition.view_contact"
PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("is_person"), FieldPanel("identification_only")]),
            FieldPanel("affiliation"),
            FieldPanel("kind"),
            FieldPanel("website"),
        ],
        heading=_("Who it is"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("scope"), FieldPanel("city")]),
            FieldPanel("place_codes"),
            FieldPanel("nation"),
        ],
        heading=_("Where it is listed"),
    ),
    MultiFieldPanel(
        [FieldPanel("statement_keys"), FieldPanel("list_now")], heading=_("What it stands behind")
    ),
    MultiFieldPanel(
        [FieldPanel("language_codes")],
        heading=_("Languages it works in"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [FieldPanel(name) for name in ("logo", "logo_alt", "note_texts", "sort_as")],
        heading=_("Logo, remark and sorting"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("contact_name", permission=SEES_CONTACTS),
                    FieldPanel("contact_role", permission=SEES_CONTACTS),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("contact_email", permission=SEES_CONTACTS),
                    FieldPanel("contact_locale", permission=SEES_CONTACTS),
                ]
            ),
        ],
        heading=_("Contact: for staff only"),
        permission=SEES_CONTACTS,
    ),
]


class EndorserViewSet(SnippetViewSet):
    """Every endorser, whatever its status."""

    model = Endorser
    icon = "group"
    menu_label = _("Endorsers")
    list_display: ClassVar = COLUMNS
    list_per_page = 50
    filterset_class = EndorserFilterSet
    search_fields: ClassVar = ["name", "city", "normalised_name"]
    copy_view_enabled = False
    index_view_class = EndorserIndexView
    edit_view_class = EditEndorserView
    delete_view_class = DeleteEndorserView
    edit_template_name = "admin/coalition/endorser_edit.html"
    edit_handler = ObjectList(PANELS, base_form_class=EndorserForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Endorser]:
        """Every endorser with its marks, read at once."""
        return register_rows()

    def get_urlpatterns(self) -> list[URLPattern]:
        """Also deciding, asking, corrections and merging."""
        return [
            *super().get_urlpatterns(),
            path("decide/<int:pk>/", DecideView.as_view(), name="decide"),
            path("decline/<int:pk>/", DeclineView.as_view(), name="decline"),
            path("ask/<int:pk>/", AskView.as_view(), name="ask"),
            path("correction/<int:pk>/", CorrectionView.as_view(), name="correction"),
            path("twin/<int:pk>/", TwinView.as_view(), name="twin"),
            path("merge/<int:keep>/<int:drop>/", MergeView.as_view(), name="merge"),
        ]
