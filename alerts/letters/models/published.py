import hashlib
import json

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.models import ImmutableModel, ImmutableQuerySet, Organisation

from .letter import Letter

WORDS = ("title", "intro", "subject", "body", "consent_text", "page_url", "thank_you")


class PublishedLetter(ImmutableModel):
    """The words of a letter in one language as they once went live, for ever.

    ``fields`` holds ``title``, ``intro`` (HTML), ``subject`` and ``body`` (plain text with
    canonical tokens), ``consent_text``, ``page_url`` (path) and ``thank_you``.
    """

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="versions")
    locale = models.CharField(_("language"), max_length=12)
    number = models.PositiveIntegerField(_("version"))
    fields = models.JSONField(_("words"))
    digest = models.CharField(max_length=64, editable=False)
    published_at = models.DateTimeField(_("published"), default=timezone.now)

    objects = ImmutableQuerySet["PublishedLetter"].as_manager()

    class Meta:
        verbose_name = _("published letter")
        verbose_name_plural = _("published letters")
        ordering = ("letter", "locale", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("letter", "locale", "number"), name="letter_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.locale}, {self.number})"

    @property
    def title(self) -> str:
        """What the letter is called in this language."""
        return str(self.fields["title"])

    @property
    def organisation(self) -> Organisation | None:
        """Who asks for consent beside this letter, if anybody."""
        return self.letter.organisation

    @property
    def consent_text(self) -> str:
        """The sentence beside the consent box; empty where no organisation asks for consent."""
        return str(self.fields["consent_text"]) if self.organisation else ""

    @staticmethod
    def digest_of(words: dict[str, str]) -> str:
        """What two equal sets of words have in common."""
        stored = json.dumps(words, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(stored.encode()).hexdigest()
