from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .petition import Petition


class PaperSignatures(models.Model):
    """A number of signatures on paper, as staff entered it; the sheets stay with ``source``.

    What was entered is never changed: a wrong entry is taken back, and stays to be read. ``key``
    is made of the form it came from and what was typed: sending that twice enters it once.
    """

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="paper")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField(_("signatures"))
    source = models.CharField(_("source"), max_length=200)
    collected_on = models.DateField(_("collected on"))
    locale = models.CharField(_("language"), max_length=12)
    region = models.CharField(_("state"), max_length=10, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    taken_back_at = models.DateTimeField(_("taken back"), null=True)

    class Meta:
        verbose_name = _("signatures on paper")
        verbose_name_plural = _("signatures on paper")
        ordering = ("-entered_at", "-pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number} {self.locale} {self.region}".strip()
