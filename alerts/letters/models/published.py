from django.db import models
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.published import PublishedWords
from alerts.supporters.models import ImmutableQuerySet

from .letter import Letter


class PublishedLetterQuerySet(ImmutableQuerySet["PublishedLetter"]):
    """Published letters, as they were written."""


class PublishedLetter(PublishedWords):
    """The words of a letter that people started from.

    ``intro`` is HTML, ``subject`` and ``body`` are plain text with canonical tokens.
    """

    ask_name = "letter"
    WORDS = ("title", "intro", "subject", "body", "consent_text", "page_url", "thank_you")

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="versions")

    objects = PublishedLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("published letter")
        verbose_name_plural = _("published letters")
        ordering = ("letter", "locale", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("letter", "locale", "number"), name="letter_version_once"
            ),
        ]
