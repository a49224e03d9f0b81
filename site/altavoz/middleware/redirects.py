"""Leading on from addresses that have moved."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect


class QueryKeepingRedirectMiddleware(RedirectMiddleware):
    """Leads on from an address that has moved with all that was asked for after its ``?``.

    A feed or a filtered list stays what it was. Other sites, targets that ask for something
    themselves, and redirects that are of one query alone get nothing added.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Wagtail's redirect, with the query of ``request``."""
        answer: HttpResponse = super().process_response(request, response)
        query = request.META.get("QUERY_STRING", "")
        if answer is response or not query or not isinstance(answer, HttpResponseRedirectBase):
            return answer
        target = urlsplit(answer.url)
        is_ours = not target.query and target.netloc in {"", request.get_host()}
        if is_ours and not _is_of_this_query(request):
            answer["Location"] = iri_to_uri(target._replace(query=query).geturl())
        return answer


def _is_of_this_query(request: HttpRequest) -> bool:
    """Whether somebody led on from this address with just this query."""
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    return get_redirect(request, path) is not None
