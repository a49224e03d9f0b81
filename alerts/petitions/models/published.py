from django.db import models
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.published import PublishedWords
from alerts.supporters.models import ImmutableQuerySet

from .petition import Petition


class PublishedPetitionQuerySet(ImmutableQuerySet["PublishedPetition"]):
    """Published petitions, as they were written."""


class PublishedPetition(PublishedWords):
    """The words of a petition that people signed; ``statement`` is HTML.

    ``own_mayor`` says ``yes`` where it goes to the mayor of each signer's own city.
    """

    ask_name = "petition"
    WORDS = ("title", "statement", "to", "own_mayor", "consent_text", "page_url", "thank_you")

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

    @property
    def goes_to_own_mayor(self) -> bool:
        """Whether each signer's own mayor is to get it, so that the city must be known."""
        return bool(self.fields.get("own_mayor"))
