from django.db import models
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.ask import Ask, AskQuerySet

from ..goals import Progress, goal_for, read_steps, validate_steps
from .settings import PetitionSettings


class PetitionQuerySet(AskQuerySet["Petition"]):
    """Petitions by what can be done with them."""

    def with_counts(self) -> "PetitionQuerySet":
        """Each with its exact count, read in one statement while the worker folds."""
        tallies, entries = Petition.tallies.rel, Petition.tally_entries.rel
        counted = _sum(tallies.related_model, "count") + _sum(entries.related_model, "delta")
        return self.annotate(counted=counted)


class Petition(PetitionSettings, Ask):
    """A text that people put their names under, in every language together.

    ``milestone`` is the highest step of the goal that staff were told of.
    """

    OWN_LIFE = {*Ask.OWN_LIFE, "milestone"}

    goals = models.CharField(
        _("steps of the goal"),
        max_length=200,
        blank=True,
        validators=[validate_steps],
        help_text=_(
            "For instance 500, 1000: the public sees the next one. Leave empty for 100, 250, 500,"
            " 1000 and so on."
        ),
    )
    milestone = models.PositiveIntegerField(default=0, editable=False)

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

    @property
    def progress(self) -> Progress:
        """How far it has come; costs what ``count`` costs."""
        count = self.count
        return Progress(count, goal_for(count, read_steps(self.goals)))


def _sum(model: type[models.Model], column: str) -> Coalesce:
    totals = model._default_manager.filter(petition=OuterRef("pk")).order_by().values("petition")
    total = totals.annotate(total=Sum(column)).values("total")
    return Coalesce(Subquery(total), 0, output_field=models.IntegerField())
