from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.act import Act

from .petition import Petition
from .published import PublishedPetition


class Signature(Act):
    """One person's name under one petition. Seals ``name``, ``email`` and ``zip``.

    Anybody can type any address, so an address may have many pending signatures; the one that its
    owner confirms settles it. ``fingerprint`` is a keyed hash of what was submitted while that is
    pending, so that submitting it twice makes one signature. An anonymised one seals nothing and
    has no ``email_hash``.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting for confirmation")
        COUNTED = "counted", _("Counted")
        HELD = "held", _("Held for review")
        INVALIDATED = "invalidated", _("Invalid")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ANONYMISED = "anonymised", _("Anonymised")

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="signatures")
    version = models.ForeignKey(PublishedPetition, models.PROTECT, related_name="signatures")
    email_hash = models.CharField(max_length=64, blank=True, editable=False)
    fingerprint = models.UUIDField(null=True, unique=True, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.PENDING
    )
    region = models.CharField(_("state of residence"), max_length=10, blank=True)
    signed_at = models.DateTimeField(_("signed"), default=timezone.now)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        indexes = [
            models.Index(fields=("email_hash", "petition"), name="signature_by_address"),
            models.Index(
                fields=("signed_at",), condition=Q(state="pending"), name="signature_waiting"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("email_hash", "petition"),
                condition=~Q(state="pending") & ~Q(email_hash=""),
                name="signature_once_per_address",
            ),
        ]
