from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.ask import Ask, AskQuerySet


class PetitionQuerySet(AskQuerySet["Petition"]):
    """Petitions by what can be done with them."""

    def with_counts(self) -> "PetitionQuerySet":
        """Each with its exact count, read in one statement while the worker folds."""
        tallies, entries = Petition.tallies.rel, Petition.tally_entries.rel
        counted = _sum(tallies.related_model, "count") + _sum(entries.related_model, "delta")
        return self.annotate(counted=counted)


class Petition(Ask):
    """A text that people put their names under, in every language together."""

    goal = models.PositiveIntegerField(
        _("goal"),
        default=100,
        validators=[MinValueValidator(1)],
        help_text=_("How many signatures you hope for, in all languages together."),
    )

    objects = PetitionQuerySet.as_manager()

    class Meta(Ask.Meta):
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")

    @property
    def count(self) -> int:
        """Confirmed signatures in all languages; without a query after ``with_counts()``."""
        if "counted" not in self.__dict__:
            return Petition.objects.with_counts().get(pk=self.pk).count
        return int(self.__dict__["counted"])


def _sum(model: type[models.Model], column: str) -> Coalesce:
    totals = model._default_manager.filter(petition=OuterRef("pk")).order_by().values("petition")
    total = totals.annotate(total=Sum(column)).values("total")
    return Coalesce(Subquery(total), 0, output_field=models.IntegerField())
