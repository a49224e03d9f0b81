from django.db import models
from django.utils.translation import gettext_lazy as _

from .petition import Petition


class TallyEntry(models.Model):
    """A signature that began (+1) or ceased (-1) to count, not yet folded into its tally."""

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="tally_entries")
    locale = models.CharField(_("language"), max_length=12)
    region = models.CharField(_("state of residence"), max_length=10, blank=True)
    delta = models.SmallIntegerField(_("change"))

    class Meta:
        verbose_name = _("tally entry")
        verbose_name_plural = _("tally entries")

    def __str__(self) -> str:
        return f"{self.delta:+d} {self.locale} {self.region}".strip()


class Tally(models.Model):
    """Counted signatures of a petition from one language and state, but for open entries."""

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="tallies")
    locale = models.CharField(_("language"), max_length=12)
    region = models.CharField(_("state of residence"), max_length=10, blank=True)
    count = models.IntegerField(_("count"), default=0)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(
                fields=("petition", "locale", "region"), name="tally_once_per_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.count} {self.locale} {self.region}".strip()
