"""What a petition has said: every version of its words that anybody has signed under."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from alerts.petitions.models import PublishedPetition, Signature
from coalition.spoken import language_name
from locales.languages import BY_CODE

from .base import PetitionPage
from .hub import SEE_NUMBERS


class VersionsView(PetitionPage):
    """The list of versions, or one of them as its signers saw it."""

    permission = SEE_NUMBERS
    http_method_names = ("get",)
    page_title = _("Published words")
    template_name = "admin/petitions/versions.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the list, with the version that the address names."""
        shown = kwargs.get("version")
        version = get_object_or_404(self.versions(), pk=shown) if shown else None
        language = BY_CODE.get(version.locale) if version else None
        return self.render_to_response(self.get_context_data(version=version, language=language))

    def versions(self) -> QuerySet[PublishedPetition]:
        """Every version with the number of signatures under it that count."""
        counts = Q(signatures__state=Signature.State.COUNTED)
        versions: QuerySet[PublishedPetition] = self.petition.versions.all()
        return versions.annotate(counted=Count("signatures", filter=counts))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also all versions, each with the name of its language."""
        named = [(row, language_name(row.locale)) for row in self.versions()]
        return {**super().get_context_data(**kwargs), "versions": named}
