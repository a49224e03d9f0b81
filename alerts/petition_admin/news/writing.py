"""The list of updates, and writing one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from alerts.petitions import news
from alerts.petitions.models import Update
from alerts.petitions.news.writing import words_of

from ..base import PetitionPage
from ..hub import CHANGE
from .forms import UpdateForm, initial_of
from .one import OneUpdate

ADD = "petition_update_add"
SHOW = "petition_update"


class NewsView(PetitionPage):
    """Every update of the petition, newest first."""

    permission = CHANGE
    http_method_names = ("get",)
    page_title = _("News to signers")
    template_name = "admin/petitions/news/list.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the list."""
        return self.render_to_response(self.get_context_data())

    def get_header_buttons(self) -> list[Any]:
        """The way to a new one."""
        address = reverse(ADD, args=[self.petition.pk])
        return [HeaderButton(_("Write an update"), address, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the updates, with their words in the main language."""
        updates = self.petition.updates.select_related("by").prefetch_related("texts")
        return {**super().get_context_data(**kwargs), "updates": updates}


class AddUpdateView(PetitionPage, FormView[UpdateForm]):
    """Writes a new update."""

    permission = CHANGE
    form_class = UpdateForm
    page_title = _("Write an update")
    template_name = "admin/petitions/news/write.html"

    def form_valid(self, form: UpdateForm) -> HttpResponse:
        """Keep it as a draft and show how it stands."""
        kept = self.save(form)
        messages.success(self.request, gettext("The update was saved. Nothing was sent yet."))
        return self.show(kept)

    def form_invalid(self, form: UpdateForm) -> HttpResponse:
        """Say above all languages that something is to be mended in one of them."""
        messages.error(self.request, gettext("The update was not saved. See what is marked below."))
        return super().form_invalid(form)

    def save(self, form: UpdateForm, update: Update | None = None) -> Update:
        """Write it down, in the place of ``update`` if there is one."""
        return news.save_update(
            petition=self.petition, words=form.words(), by=self.request.user, update=update
        )

    def show(self, update: Update) -> HttpResponse:
        """To its own page."""
        return redirect(reverse(SHOW, args=[self.petition.pk, update.pk]))


class EditUpdateView(OneUpdate, AddUpdateView):
    """Changes a draft."""

    page_title = _("Edit the update")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the form, while there is something to change."""
        return super().get(request, **kwargs) if self.update.is_draft else self.refused()

    def get_initial(self) -> dict[str, str]:
        """What it says by now."""
        return initial_of(words_of(self.update))

    def form_valid(self, form: UpdateForm) -> HttpResponse:
        """Keep what was changed, unless it is on its way meanwhile."""
        try:
            return super().form_valid(form)
        except news.AlreadyBegun:
            return self.refused()

    def save(self, form: UpdateForm, update: Update | None = None) -> Update:
        """Write it down in the place of what it said."""
        return super().save(form, self.update)

    def refused(self) -> HttpResponse:
        """Say that its words stay."""
        said = gettext("This update is on its way, so its words can no longer be changed.")
        messages.error(self.request, said)
        return self.show(self.update)
