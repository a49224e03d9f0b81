"""One import: looking over what it would do, taking it over, undoing it."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from ..importing import ImportRefused, names_kept, plan_of, reading_of, take_over, undo_import
from ..models import Endorser, ImportBatch
from .base import LIST, SHOW, ImportsMixin
from .shown import shown_plan

State = ImportBatch.State


class OneImportMixin(ImportsMixin):
    """A page about one import. What waits is shown only to who brought it."""

    kwargs: dict[str, UUID]

    def get_page_title(self) -> str:
        return self.batch.name

    @property
    def batch(self) -> ImportBatch:
        """The import, or ``Http404``."""
        own = Q(by=self.request.user) | ~Q(state=State.PREVIEWED)
        batches = ImportBatch.objects.filter(own).select_related("statement", "by")
        return get_object_or_404(batches, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(batch=self.batch, **kwargs)

    def back(self) -> HttpResponse:
        """To the page of this import."""
        return redirect(reverse(SHOW, args=[self.kwargs["pk"]]))


class ImportView(OneImportMixin, TemplateView):
    """What an import would do, and after that what it did."""

    def get_template_names(self) -> list[str]:
        name = "preview" if self.batch.state == State.PREVIEWED else "result"
        return [f"admin/coalition/imports/{name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        batch = self.batch
        if batch.state != State.PREVIEWED:
            return super().get_context_data(kept=names_kept(batch), **kwargs)
        plan = plan_of(batch)
        return super().get_context_data(
            plan=plan,
            shown=shown_plan(plan),
            notices=reading_of(batch).notices,
            are_public=batch.unseal()["status"] == Endorser.Status.APPROVED,
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it over as it was shown."""
        batch = self.batch
        try:
            take_over(
                batch_id=batch.pk,
                shown=request.POST.get("shown", ""),
                leave_out="leave_out" in request.POST,
                by=request.user,
            )
        except ImportRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The list was taken over."))
        return self.back()


class ImportUndoView(OneImportMixin, TemplateView):
    """Asks once more, then undoes."""

    template_name = "admin/coalition/imports/undo.html"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Undo it, and say what had to stay."""
        try:
            undone = undo_import(batch_id=self.batch.pk)
        except ImportRefused as error:
            messages.error(request, str(error))
            return self.back()
        if undone.kept:
            messages.warning(request, _("The import was undone, but for what is named below."))
        else:
            messages.success(request, _("The import was undone."))
        return self.back()


class ImportDropView(OneImportMixin, TemplateView):
    """Forgets a list that nobody takes over."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Forget it at once, rather than in two days."""
        ImportBatch.objects.filter(pk=self.batch.pk, state=State.PREVIEWED).delete()
        messages.success(request, _("The list was forgotten. Nothing was imported."))
        return redirect(reverse(LIST))
