"""What every page about one petition shares."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from alerts.petitions.models import Petition

from .hub import links_for

LIST = "wagtailsnippets_petitions_petition:list"
EDIT = "wagtailsnippets_petitions_petition:edit"


class PetitionView(View):
    """Acts on the petition that the address names; ``permission`` is asked for before it is found.

    A permission is written as ``petitions.change_petition``.
    """

    permission: ClassVar[str]
    petition: Petition

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Who may not, learns not even whether it is there."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        found = Petition.objects.with_counts().select_related("organisation")
        self.petition = get_object_or_404(found, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def back(self) -> HttpResponse:
        """To the petition."""
        return redirect(reverse(EDIT, args=[self.petition.pk]))


class PetitionPage(WagtailAdminTemplateMixin, PetitionView):
    """A page of its own about the petition; a subclass names ``page_title`` and a template.

    The template extends ``admin/petitions/base.html`` and fills its block ``petition``.
    """

    header_icon = "edit"
    _show_breadcrumbs = True

    def get_page_subtitle(self) -> str:
        """Which petition it is about."""
        return self.petition.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back, by the petition."""
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.petition.name}
        edit = reverse(EDIT, args=[self.petition.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(LIST), "label": _("Petitions")},
            {"url": edit, "label": self.petition.name},
            here,
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also the petition, with its count, and the way to its other pages."""
        links = links_for(self.request.user, self.petition)
        own = {"petition": self.petition, "petition_links": links}
        return {**super().get_context_data(**kwargs), **own}
