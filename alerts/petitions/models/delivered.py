import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .petition import Petition


class DeliveredList(models.Model):
    """The names of a sign-on letter as they were handed over: version ``number`` of its list.

    Nobody's name is kept here. On it are those who first counted by ``as_of``; who has taken the
    signature back since is on no version any more, so that ``names``, how many were handed over,
    may be more than can still be shown. ``to_whom`` is in the site's main language.
    """

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="deliveries")
    number = models.PositiveIntegerField(_("version"))
    as_of = models.DateTimeField(_("as of"))
    to_whom = models.CharField(_("handed to"), max_length=120, blank=True)
    names = models.PositiveIntegerField(_("names"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("delivered list")
        verbose_name_plural = _("delivered lists")
        ordering = ("petition", "-number")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=("petition", "number"), name="delivered_list_once_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} ({self.number})"

    @property
    def day(self) -> datetime.date:
        """The day of the delivery, by the site's own clock."""
        return timezone.localdate(self.as_of, timezone.get_default_timezone())
