"""The page about consents in force, and the list of one organisation."""

from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from alerts.supporters.models import Consent, Organisation
from alerts.supporters.spreadsheets import csv_lines

from .lists import consents_csv
from .numbers import allowed

CONSENTS, CONSENT_FILE = "consents", "consent_file"
EXPORT_CONSENTS = "supporters.export_consent"


class ForExporters(PermissionCheckedMixin):
    """A view for those who may hand addresses to organizations; others learn nothing."""

    permission_policy = ModelPermissionPolicy(Consent)
    permission_required = "export"


class ConsentsView(ForExporters, WagtailAdminTemplateMixin, TemplateView):
    """How many allowed which organisation to write to them, without an address."""

    http_method_names = ("get",)
    page_title = _("Consents")
    header_icon = "list-ul"
    template_name = "admin/consents/list.html"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """It stands in the menu."""
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the numbers."""
        return super().get_context_data(organizations=allowed(), **kwargs)


class ConsentFileView(ForExporters, View):
    """Hands out the list of one organisation; that is logged, so it is asked for by a button."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> StreamingHttpResponse:
        """As it stands now, sent while it is read."""
        organisation = get_object_or_404(Organisation, pk=pk)
        filename = f"consents-{organisation.slug}-{timezone.localdate():%Y-%m-%d}.csv"
        return StreamingHttpResponse(
            consents_csv(organisation, by=request.user),
            content_type=csv_lines.CONTENT_TYPE,
            headers={"Content-Disposition": f'attachment; filename="{filename}"'},
        )
