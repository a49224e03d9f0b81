"""The site's addresses, and one bare view to compare signing with."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from alerts.petitions.models import PublishedPetition, Signature
from altavoz.urls import urlpatterns as site_urls


@csrf_exempt
def bare_insert(request: HttpRequest, version: int) -> HttpResponse:
    """Insert the row a signature makes, and nothing else: the floor of this server and database."""
    words = PublishedPetition.objects.get(pk=version)
    row = Signature(
        petition_id=words.petition_id,
        version=words,
        email_hash=uuid4().hex * 2,
        fingerprint=uuid4(),
        network_hash="n" * 64,
        domain_hash="d" * 64,
        locale=words.locale,
        region="IL",
        sealed=b"s" * 120,
    )
    row.save(force_insert=True)
    return HttpResponse(status=204)


urlpatterns = [path("bare/<int:version>/", bare_insert), *site_urls]
handler404 = "home.views.page_not_found"
