import hashlib

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..hashing import email_hash
from .immutable import ImmutableModel, ImmutableQuerySet
from .organisation import Organisation
from .sealed import SealedModel
from .silence import EVERYTHING, Silence


class ConsentTextQuerySet(ImmutableQuerySet["ConsentText"]):
    """Consent texts, as they were written."""


class ConsentText(ImmutableModel):
    """The sentence a supporter ticked, kept as it stood beside the box."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="consent_texts")
    locale = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text"))
    digest = models.CharField(max_length=64, editable=False)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        constraints = [
            models.UniqueConstraint(
                fields=("organisation", "locale", "digest"), name="consent_text_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def digest_of(text: str) -> str:
        """What two equal sentences have in common."""
        return hashlib.sha256(text.encode()).hexdigest()


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents by where they stand."""

    def awaiting(self) -> "ConsentQuerySet":
        """Given, but not yet confirmed by whoever reads mail at the address."""
        return self.filter(confirmed_at__isnull=True, withdrawn_at__isnull=True)

    def in_force(self) -> "ConsentQuerySet":
        """Confirmed and not taken back: the only ones an organisation may rely on."""
        return self.filter(confirmed_at__isnull=False, withdrawn_at__isnull=True)

    def mailable(self) -> "ConsentQuerySet":
        """Those in force of addresses that refused no mail: of each the newest, by organisation."""
        newer = Q(given_at__gt=OuterRef("given_at")) | Q(
            given_at=OuterRef("given_at"), pk__gt=OuterRef("pk")
        )
        same = {name: OuterRef(name) for name in ("email_hash", "text__organisation")}
        later = Consent.objects.in_force().filter(newer, **same)
        silent = Silence.objects.filter(email_hash=OuterRef("email_hash"), about=EVERYTHING)
        return self.in_force().filter(~Exists(later), ~Exists(silent))


class Consent(SealedModel):
    """Permission by one person to one organisation, given with one act. Seals ``email``."""

    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents")
    act = models.UUIDField(_("act"), db_index=True)
    email_hash = models.CharField(max_length=64, db_index=True, editable=False)
    source = models.CharField(_("page"), max_length=500)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        permissions = [("export_consent", _("Can export the addresses of who consented"))]
        constraints = [
            models.UniqueConstraint(
                fields=("act", "text"),
                condition=Q(confirmed_at__isnull=True, withdrawn_at__isnull=True),
                name="consent_awaiting_once",
            ),
        ]

    def hashes(self) -> dict[str, str]:
        """Of the address, while it is kept."""
        email = self.unseal().get("email")
        return {"email_hash": email_hash(email)} if email else {}
