"""Who has signed a letter, and as of when: pages that anybody can read, keep and pass on."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from alerts.petitions.models import DeliveredList, Petition, PublishedPetition
from alerts.safety import hides_signers
from alerts.signers import list_page
from alerts.supporters.addresses import act_url
from home.alternates import Alternate, alternate, alternates_of

from .around import page_of


@require_safe
def listed(request: HttpRequest, petition: int) -> HttpResponse:
    """Who stands under a letter now."""
    return _answer(request, petition, None, "listed", petition)


@require_safe
def delivered(request: HttpRequest, petition: int, number: int) -> HttpResponse:
    """Who stood under it when it was delivered, without those who have left since."""
    found = DeliveredList.objects.filter(petition=petition, number=number)
    delivery = get_object_or_404(found)
    return _answer(request, petition, delivery, "delivered", petition, number)


def _answer(
    request: HttpRequest, petition: int, delivery: DeliveredList | None, *address: Any
) -> HttpResponse:
    """The page; as cacheable as the alert it belongs to, and not there where that is shut."""
    found = get_object_or_404(Petition, pk=petition)
    page = page_of(found, request.LANGUAGE_CODE)
    version = _words(found, request.LANGUAGE_CODE, delivery)
    if page is None or version is None or not found.is_sign_on or hides_signers(found):
        raise Http404
    context = {
        "list": list_page(found, delivery=delivery, asked=request.GET.get("state", "")),
        "version": version,
        "alert": page,
        "main_language": settings.LANGUAGE_CODE,
        "deliveries": list(found.deliveries.all()),
        "alternates": _alternates(page, *address),
    }
    response = render(request, "pages/signer_list.html", context)
    patch_cache_control(response, public=True, max_age=settings.PAGE_CACHE_SECONDS)
    return response


def _words(
    petition: Petition, locale: str, delivery: DeliveredList | None
) -> PublishedPetition | None:
    """What the letter said then, or says now; its first words where it was not published then."""
    versions = petition.versions.filter(locale=locale).order_by("-number")
    then = versions.filter(published_at__lte=delivery.as_of) if delivery else versions
    return then.first() or versions.last()


def _alternates(page: Any, *address: Any) -> list[Alternate]:
    """This page in every language that the alert is published in."""
    return [
        alternate(found.code, _url(found.code, *address), current=found.current)
        for found in alternates_of(page)
    ]


def _url(code: str, *address: Any) -> str:
    with translation.override(code):
        return act_url(*address)
