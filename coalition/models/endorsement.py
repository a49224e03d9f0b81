import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .endorser import Endorser
from .statement import PublishedStatement, Statement


class EndorsementQuerySet(models.QuerySet["Endorsement"]):
    """Endorsements by whether they count, and when."""

    def counted(self) -> "EndorsementQuerySet":
        """Those that count now."""
        return self.filter(counted_from__isnull=False, counted_until__isnull=True)

    def counted_at_end_of(self, day: datetime.date) -> "EndorsementQuerySet":
        """Those that counted when ``day`` ended, by the site's own clock."""
        midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min)
        end = timezone.make_aware(midnight, timezone.get_default_timezone())
        still = Q(counted_until__isnull=True) | Q(counted_until__gte=end)
        return self.filter(still, counted_from__lt=end)


class Endorsement(models.Model):
    """One endorser behind one statement, for as long as it counts.

    Who withdraws and comes back has two. ``version`` is what the contact read; nothing where staff
    entered it.
    """

    endorser = models.ForeignKey(Endorser, models.CASCADE, related_name="endorsements")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="endorsements")
    version = models.ForeignKey(
        PublishedStatement, models.PROTECT, null=True, blank=True, related_name="endorsements"
    )
    created_at = models.DateTimeField(_("received"), default=timezone.now)
    counted_from = models.DateTimeField(_("counts since"), null=True, blank=True)
    counted_until = models.DateTimeField(_("counted until"), null=True, blank=True)

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        verbose_name = _("endorsement")
        verbose_name_plural = _("endorsements")
        ordering = ("statement", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("endorser", "statement"),
                condition=Q(counted_until__isnull=True),
                name="endorsement_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.endorser}: {self.statement}"
