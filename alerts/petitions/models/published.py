import hashlib
import json

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.models import ImmutableModel, ImmutableQuerySet, Organisation

from .petition import Petition

WORDS = ("title", "statement", "to", "consent_text", "page_url", "thank_you")


class PublishedPetition(ImmutableModel):
    """The words of a petition in one language as they once went live, for ever.

    ``fields`` holds ``title``, ``statement`` (HTML), ``to``, ``consent_text``, ``page_url`` (path)
    and ``thank_you``. Forms, mails and signatures refer to this row.
    """

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="versions")
    locale = models.CharField(_("language"), max_length=12)
    number = models.PositiveIntegerField(_("version"))
    fields = models.JSONField(_("words"))
    digest = models.CharField(max_length=64, editable=False)
    published_at = models.DateTimeField(_("published"), default=timezone.now)

    objects = ImmutableQuerySet["PublishedPetition"].as_manager()

    class Meta:
        verbose_name = _("published petition")
        verbose_name_plural = _("published petitions")
        ordering = ("petition", "locale", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("petition", "locale", "number"), name="petition_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fields['title']} ({self.locale}, {self.number})"

    @property
    def title(self) -> str:
        """What the petition is called in this language."""
        return str(self.fields["title"])

    @property
    def organisation(self) -> Organisation | None:
        """Who asks for consent beside this petition, if anybody."""
        return self.petition.organisation

    @property
    def consent_text(self) -> str:
        """The sentence beside the consent box; empty where no organisation asks for consent."""
        if self.organisation is None:
            return ""
        return str(self.fields["consent_text"])

    @staticmethod
    def digest_of(words: dict[str, str]) -> str:
        """What two equal sets of words have in common."""
        text = json.dumps(words, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()
