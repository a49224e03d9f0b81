from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .petition import Petition


class Packet(models.Model):
    """What is handed over on one day, and who made it. Holds nothing that tells who signed.

    ``totals`` is what :class:`~alerts.petitions.packet.totals.Totals` holds, or ``None`` until
    counted; without ``with_places`` no number of a place is among them. ``starts`` are the first
    signatures of the volumes of names, each as its time and key. ``scripts`` are those (by ISO
    15924) that some name or reason has and no font here can draw. ``reasons`` are the keys of the
    signatures whose reasons were chosen.
    """

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="packets")
    locale = models.CharField(_("language"), max_length=12)
    addressee = models.CharField(_("handed to"), max_length=200)
    letter = models.TextField(_("cover letter"), blank=True)
    with_names = models.BooleanField(_("with names"), default=True)
    with_places = models.BooleanField(_("with numbers of places"), default=True)
    reasons = models.JSONField(default=list, editable=False)
    totals: "models.JSONField[Any, Any]" = models.JSONField(null=True, editable=False)
    starts = models.JSONField(default=list, editable=False)
    scripts = models.JSONField(default=list, editable=False)
    named = models.PositiveIntegerField(_("names"), default=0, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("delivery packet")
        verbose_name_plural = _("delivery packets")
        ordering = ("-made_at", "-pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.addressee} ({self.made_at:%Y-%m-%d})"

    @property
    def is_ready(self) -> bool:
        """Whether the worker has counted it."""
        return self.totals is not None
