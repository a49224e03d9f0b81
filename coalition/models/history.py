from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .endorser import Endorser


class StatusChange(models.Model):
    """When an endorser's status became what, and by whom; nobody where its contact did it."""

    endorser = models.ForeignKey(Endorser, models.CASCADE, related_name="history")
    status = models.CharField(_("status"), max_length=9, choices=Endorser.Status.choices)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("change of status")
        verbose_name_plural = _("changes of status")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_status_display()
