"""The list of imports, and bringing another."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin.widgets.button import HeaderButton

from ..exporting.tables import FORMATS
from ..importing import keep_import
from ..models import ImportBatch, Statement
from .base import ADD, SHOW, ImportsMixin
from .forms import ImportForm

PER_PAGE = 50


class ImportListView(ImportsMixin, TemplateView):
    """Every import, newest first, and the links that export."""

    template_name = "admin/coalition/imports/list.html"
    page_title = _("Imports")
    above = ()

    def get_header_buttons(self) -> list[Any]:
        return [HeaderButton(_("Import a list"), reverse(ADD), icon_name="upload")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = ImportBatch.objects.exclude(state=ImportBatch.State.PREVIEWED)
        waiting = ImportBatch.objects.filter(state=ImportBatch.State.PREVIEWED)
        mine = waiting.filter(by=self.request.user.pk)
        batches = (shown | mine).select_related("statement", "by").defer("sealed")
        page = Paginator(batches, PER_PAGE).get_page(self.request.GET.get("p"))
        statements = Statement.objects.filter(archived_at=None)
        return super().get_context_data(page=page, formats=FORMATS, statements=statements, **kwargs)


class ImportAddView(ImportsMixin, FormView[ImportForm]):
    """Takes a file or a pasted list, and shows what it would do."""

    template_name = "admin/coalition/imports/add.html"
    page_title = _("Import a list")
    form_class = ImportForm

    def form_valid(self, form: ImportForm) -> HttpResponse:
        """Keep what was read sealed, for this user to look over."""
        given = form.cleaned_data
        batch = keep_import(
            form.reading,
            name=form.name,
            by=self.request.user,
            statement=given["statement"],
            status=given["status"],
            since=given["since"],
        )
        return redirect(reverse(SHOW, args=[batch.pk]))
