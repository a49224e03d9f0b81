from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.ask import Ask, AskQuerySet

from ..goals import Progress, goal_for, reached, read_steps, validate_steps
from .settings import PetitionSettings


class PetitionQuerySet(AskQuerySet["Petition"]):
    """Petitions by what can be done with them."""

    def with_counts(self) -> "PetitionQuerySet":
        """Each with its exact count, read in one statement while the worker folds.

        Also what is told beside it: the signatures on paper that were not taken back, and whether
        any that counts was never confirmed.
        """
        tallies, entries = Petition.tallies.rel, Petition.tally_entries.rel
        counted = _sum(tallies.related_model, "count") + _sum(entries.related_model, "delta")
        on_paper = _sum(Petition.paper.rel.related_model, "number", taken_back_at=None)
        return self.annotate(counted=counted, on_paper=on_paper, unconfirmed=_unconfirmed())


class Petition(PetitionSettings, Ask):
    """A text that people put their names under, in every language together.

    ``milestone`` is the highest step of the goal that staff were told of. ``ended_at`` is when it
    was first over, ``anonymised_at`` when its signers were forgotten.
    """

    OWN_LIFE = {*Ask.OWN_LIFE, "milestone", "ended_at", "anonymised_at"}

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
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    anonymised_at = models.DateTimeField(_("anonymized"), null=True, editable=False)

    objects = PetitionQuerySet.as_manager()

    class Meta(Ask.Meta):
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")
        permissions = [("deliver_petition", _("Can make delivery packets"))]

    @property
    def count(self) -> int:
        """Confirmed signatures in all languages; without a query after ``with_counts()``."""
        return int(self._with_counts.counted)

    @property
    def progress(self) -> Progress:
        """How far it has come; costs what ``count`` costs."""
        read = self._with_counts
        count, steps = int(read.counted), read_steps(self.goals)
        return Progress(
            count=count,
            goal=goal_for(count, steps),
            reached=reached(count, steps),
            on_paper=read.on_paper,
            is_confirmed=self.confirms and not read.unconfirmed,
        )

    @property
    def _with_counts(self) -> Any:
        """This petition as ``with_counts()`` reads it."""
        return (
            self if "counted" in self.__dict__ else Petition.objects.with_counts().get(pk=self.pk)
        )


def _sum(model: type[models.Model], column: str, **only: object) -> Coalesce:
    rows = model._default_manager.filter(petition=OuterRef("pk"), **only)
    totals = rows.order_by().values("petition").annotate(total=Sum(column))
    return Coalesce(Subquery(totals.values("total")), 0, output_field=models.IntegerField())


def _unconfirmed() -> Exists:
    """Whether a signature counts though nobody confirmed it; an index holds only such ones."""
    signatures = Petition.signatures.rel.related_model._default_manager
    return Exists(
        signatures.filter(petition=OuterRef("pk"), state="counted", confirmed_at__isnull=True)
    )
