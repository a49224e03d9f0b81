"""One update: how it reads, who would get it, and sending it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from alerts.petitions import news
from alerts.petitions.models import Update
from coalition.spoken import language_name

from ..base import PetitionPage, PetitionView
from ..hub import CHANGE
from .verbs import VERBS


class OneUpdate(PetitionView):
    """About one update of the petition, or ``Http404``."""

    @cached_property
    def update(self) -> Update:
        """The update that the address names, with its words."""
        updates = self.petition.updates.select_related("by").prefetch_related("texts")
        found: Update | None = updates.filter(pk=self.kwargs["update"]).first()
        if found is None:
            raise Http404
        return found


class UpdateView(OneUpdate, PetitionPage):
    """Shows an update; tests, sends, stops and resumes it."""

    permission = CHANGE
    http_method_names = ("get", "post")
    page_title = _("Update")
    template_name = "admin/petitions/news/update.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show how it reads and stands."""
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do what was asked for, and say what came of it."""
        verb = VERBS.get(request.POST.get("verb", ""))
        if verb is not None:
            done, sentence = verb(self.update, request.user)
            (messages.success if done else messages.error)(request, sentence)
        return redirect(reverse("petition_update", args=[self.petition.pk, self.update.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the readers by language while it is a draft, later how far its mails have come."""
        update = self.update
        readers = news.readers_of(update) if update.is_draft else []
        spoken = [(language_name(group.locale), language_name(group.text)) for group in readers]
        return {
            **super().get_context_data(**kwargs),
            "update": update,
            "readers": list(zip(readers, spoken, strict=True)),
            "total": sum(group.number for group in readers),
            "numbers": None if update.is_draft else news.numbers_of(update),
        }
