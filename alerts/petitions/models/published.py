from django.db import models
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.published import PublishedWords
from alerts.supporters.models import ImmutableQuerySet

from .petition import Petition


class PublishedPetitionQuerySet(ImmutableQuerySet["PublishedPetition"]):
    """Published petitions, as they were written."""


class PublishedPetition(PublishedWords):
    """The words of a petition that people signed; ``statement`` is HTML."""

    ask_name = "petition"
    WORDS = ("title", "statement", "to", "consent_text", "page_url", "thank_you")

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="versions")

    objects = PublishedPetitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("published petition")
        verbose_name_plural = _("published petitions")
        ordering = ("petition", "locale", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("petition", "locale", "number"), name="petition_version_once"
            ),
        ]
