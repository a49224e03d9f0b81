"""Where editors add an email address, correct a contact form or fill a vacant seat."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .filters import OfficeFilterSet, OfficialFilterSet
from .models import Office, Official


class OfficialViewSet(SnippetViewSet):
    """People in office, those who have left it, and those whom editors added."""

    model = Official
    icon = "user"
    menu_label = _("Officials")
    list_display = [
        "name",
        "office",
        "party",
        Column("reached_by", label=_("Reached by")),
        Column("origin", label=_("Source")),
    ]
    list_per_page = 50
    filterset_class = OfficialFilterSet
    search_fields = ["name", "first_name", "last_name", "bioguide"]
    ordering = ["last_name", "first_name", "pk"]
    panels: list[Panel] = [
        HelpPanel(
            _(
                "Imports bring names, seats and contact details up to date. What you change here "
                "is kept by later imports; who holds a seat is decided by the newest import."
            )
        ),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("first_name"), FieldPanel("last_name")]),
        FieldRowPanel([FieldPanel("party"), FieldPanel("term_ends")]),
        FieldPanel("office"),
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("contact_form"),
                FieldPanel("website"),
                FieldPanel("phone"),
            ],
            heading=_("How they are reached"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("bioguide", read_only=True),
                FieldPanel("source", read_only=True),
                FieldPanel("fetched_at", read_only=True),
            ],
            heading=_("Where this comes from"),
        ),
    ]

    def get_queryset(self, request: object) -> object:
        """Name the seat without a query for every row."""
        return Official.objects.select_related("office")


class OfficeViewSet(SnippetViewSet):
    """Seats in Congress, held or vacant."""

    model = Office
    icon = "desktop"
    menu_label = _("Offices")
    list_display = ["__str__", "kind", Column("holder", label=_("Held by"))]
    list_per_page = 50
    filterset_class = OfficeFilterSet
    panels: list[Panel] = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
        FieldRowPanel([FieldPanel("district"), FieldPanel("seat_class")]),
    ]

    def get_queryset(self, request: object) -> object:
        """Name the holder without a query for every row."""
        return Office.objects.select_related("official")


class OfficialsGroup(SnippetViewSetGroup):
    """One entry in the menu for both."""

    items = (OfficialViewSet, OfficeViewSet)
    menu_label = _("Officials")
    menu_icon = "group"
    menu_order = 300
    add_to_admin_menu = True
