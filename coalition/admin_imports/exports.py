"""The register as a file to download."""

from typing import get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from ..exporting.tables import CONTENT_TYPES, Format, export_register
from ..models import Statement
from .base import ImportsMixin

# The digits of the largest key that the database counts to.
LONGEST_KEY = 19


class ExportView(PermissionCheckedMixin, View):
    """Hands the register out, without contacts: ``?statement=`` and ``?all=1`` narrow and widen."""

    permission_policy = ImportsMixin.permission_policy
    permission_required = "add"

    def get(self, request: HttpRequest, file_format: Format) -> HttpResponse:
        """A file named after the day."""
        if file_format not in get_args(Format):
            raise Http404
        data = export_register(
            file_format, statement=_statement(request), all_statuses=bool(request.GET.get("all"))
        )
        name = f"endorsers-{timezone.localdate():%Y-%m-%d}.{file_format}"
        return HttpResponse(
            data,
            content_type=CONTENT_TYPES[file_format],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def _statement(request: HttpRequest) -> Statement | None:
    number = request.GET.get("statement", "")
    if not number:
        return None
    if len(number) > LONGEST_KEY or not (number.isascii() and number.isdecimal()):
        raise Http404
    return get_object_or_404(Statement, pk=int(number))
