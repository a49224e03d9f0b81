from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Organisation


class OrganisationViewSet(SnippetViewSet):
    """Where editors keep the organisations that supporters may hear from."""

    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = ["name", "website"]
    search_fields = ["name"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldPanel("website"),
        FieldPanel("postal_address"),
    ]


register_snippet(OrganisationViewSet)
