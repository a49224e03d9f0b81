"""What the pages around imports share."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import ImportBatch

LIST = "coalition_imports"
ADD = "coalition_import_add"
SHOW = "coalition_import"
UNDO = "coalition_import_undo"
DROP = "coalition_import_drop"
EXPORT = "coalition_export"


class ImportsMixin(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A page for those who may import."""

    permission_policy = ModelPermissionPolicy(ImportBatch)
    permission_required = "add"
    header_icon = "upload"
    above: tuple[dict[str, Any], ...] = ({"url": reverse_lazy(LIST), "label": _("Imports")},)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here from the list of imports."""
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *self.above, here]
