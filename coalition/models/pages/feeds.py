"""The public list as files, at addresses of their own below a page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from wagtail.contrib.routable_page.models import re_path

from home.models.routed import RoutedPage

from ...exporting import public_csv, public_json
from ...listing.filters import Filters
from ...listing.rows import Row, public_rows


class EndorserFeeds(RoutedPage):
    """Gives a page ``endorsers.csv`` and ``endorsers.json``, which take its list's filters.

    Anybody may read them, also a script on another site: they hold nothing but the public list.
    Of a page that not everybody may read, they are closed to other sites.
    """

    class Meta:
        abstract = True

    def get_route_paths(self) -> list[str]:
        return [*super().get_route_paths(), "/endorsers.csv", "/endorsers.json"]

    def feed_rows(self) -> list[Row]:
        """Everybody on this page's list."""
        return public_rows()

    def feed_facts(self) -> dict[str, Any]:
        """What else the JSON says: the keyword arguments of ``public_json``."""
        return {}

    @re_path(r"^endorsers\.csv/?$")
    def endorsers_csv(self, request: HttpRequest) -> HttpResponse:
        """The list for a spreadsheet, as a file to keep."""
        response = self._file(public_csv(self._wanted_rows(request)), "text/csv")
        name = f"{self.slug}-endorsers.csv"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response

    @re_path(r"^endorsers\.json/?$")
    def endorsers_json(self, request: HttpRequest) -> HttpResponse:
        """The list for a program."""
        feed = public_json(self._wanted_rows(request), **self.feed_facts())
        return self._file(feed, "application/json")

    def _wanted_rows(self, request: HttpRequest) -> list[Row]:
        return Filters.read(request.GET).apply(self.feed_rows())

    def _file(self, text: str, content_type: str) -> HttpResponse:
        response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
        if not self.get_view_restrictions().exists():
            response["Access-Control-Allow-Origin"] = "*"
        return response
