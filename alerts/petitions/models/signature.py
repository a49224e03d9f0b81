from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.act import Act

from .petition import Petition
from .published import PublishedPetition


class Signature(Act):
    """One person's name under one petition. Seals ``name``, ``email`` and ``zip``."""

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting for confirmation")
        COUNTED = "counted", _("Counted")
        HELD = "held", _("Held for review")
        INVALIDATED = "invalidated", _("Invalid")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ANONYMISED = "anonymised", _("Anonymised")

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="signatures")
    version = models.ForeignKey(PublishedPetition, models.PROTECT, related_name="signatures")
    email_hash = models.CharField(max_length=64, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.PENDING
    )
    region = models.CharField(_("state of residence"), max_length=10, blank=True)
    signed_at = models.DateTimeField(_("signed"), default=timezone.now)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = [
            # The hash stands first so that all acts of one address are found by it.
            models.UniqueConstraint(
                fields=("email_hash", "petition"), name="signature_once_per_address"
            ),
        ]
