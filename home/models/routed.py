"""Pages with more than one address of their own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin

from home.alternates import Alternate, alternates_of

from .base import BasePage


class RoutedPage(RoutablePageMixin, BasePage):
    """A page whose routes answer in its own language only and are as cacheable as the page.

    A class adds its routes to ``get_route_paths``, as readers see them: they lead on when the page
    gets another address, and are offered where another language has none.
    """

    class Meta:
        abstract = True

    def serve(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse] | None = None,
        args: Any = (),
        kwargs: Any = None,
    ) -> HttpResponse:
        """Answer with the view of the route that was asked for."""
        answer = view or self.index_route
        return self.in_public(request, lambda: answer(request, *args, **(kwargs or {})))

    def alternates(self, route: str = "") -> list[Alternate]:
        """This page, or the ``route`` below it, in every language the page is published in."""
        return alternates_of(self, route)
