"""A page for every state below the coalition's, which nobody has to write."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import path

from home.models.routed import RoutedPage

from ...listing.filters import place_code
from ...listing.reading import reading_of
from ...places import PLACES
from ...states import all_places, facts_of


class StatePages(RoutedPage):
    """Routes for the states, the territories and the tribal nations."""

    class Meta:
        abstract = True

    def get_route_paths(self) -> list[str]:
        places = [f"/states/{code.lower()}/" for code in PLACES]
        return [*super().get_route_paths(), "/states/", *places]

    @path("states/")
    def states_index(self, request: HttpRequest) -> HttpResponse:
        """Every place with its number, also those that wait for their first."""
        rows = reading_of(request).standing().delivered
        facts = {"places": all_places(rows, self)}
        return self._answer(request, "states/", "pages/states_page.html", facts)

    @path("states/<str:written>/")
    def state_page(self, request: HttpRequest, written: str) -> HttpResponse:
        """Who stands behind this in one state, what is asked there, and who decides."""
        code = place_code(written)
        if not code:
            raise Http404
        route = f"states/{code.lower()}/"
        if written != code.lower():
            query = request.META["QUERY_STRING"]
            return redirect(f"{self.url}{route}{query and f'?{query}'}", permanent=True)
        facts = facts_of(code, reading_of(request).standing().delivered, self)
        return self._answer(request, route, "pages/state_page.html", facts)

    def _answer(
        self, request: HttpRequest, route: str, template: str, facts: dict[str, Any]
    ) -> HttpResponse:
        # The page's own context would read what only its own template shows.
        context = super().get_context(request)
        context |= {"alternates": self.alternates(route), **facts}
        return TemplateResponse(request, template, context)
