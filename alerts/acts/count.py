"""How far a petition has come, for pages that stay open: small, public and the same for all."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from alerts.petitions.models import Petition

from .around import address_of

LEAST_SECONDS = 10


@require_safe
def count(request: HttpRequest, petition: int) -> HttpResponse:
    """The numbers of a petition whose alert anybody can read in this language, and their words.

    ``{"count", "goal", "on_paper": whole numbers, "words": HTML of the page's own line}``. It says
    nothing that the page does not say, sets no cookie and may be kept for a few seconds.
    """
    found = get_object_or_404(Petition.objects.with_counts(), pk=petition)
    if address_of(found, request.LANGUAGE_CODE) is None:
        raise Http404
    progress = found.progress
    words = render_to_string("components/progress_words.html", {"progress": progress})
    numbers = {"count": progress.count, "goal": progress.goal, "on_paper": progress.on_paper}
    response = JsonResponse({**numbers, "words": words.strip()})
    seconds = max(LEAST_SECONDS, settings.PAGE_CACHE_SECONDS)
    patch_cache_control(response, public=True, max_age=seconds)
    return response
