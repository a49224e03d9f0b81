from uuid import uuid4

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.models import Organisation


class PetitionQuerySet(models.QuerySet["Petition"]):
    """Petitions by what can be done with them."""

    def open(self) -> "PetitionQuerySet":
        """Those that can be signed now."""
        in_time = Q(closes_at__isnull=True) | Q(closes_at__gt=timezone.now())
        return self.filter(in_time, state=Petition.State.OPEN, archived_at__isnull=True)

    def with_counts(self) -> "PetitionQuerySet":
        """Each with its exact count, read in one statement while the worker folds."""
        tallies, entries = Petition.tallies.rel, Petition.tally_entries.rel
        counted = _sum(tallies.related_model, "count") + _sum(entries.related_model, "delta")
        return self.annotate(counted=counted)


class Petition(models.Model):
    """The identity, settings and state of one ask; its words are published by its alert."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")
        DELIVERED = "delivered", _("Delivered")
        WON = "won", _("Won")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(
        _("name"), max_length=200, help_text=_("For editors only; visitors see the alert's words.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFT, db_index=True
    )
    goal = models.PositiveIntegerField(
        _("goal"),
        default=100,
        validators=[MinValueValidator(1)],
        help_text=_("How many signatures you hope for, in all languages together."),
    )
    closes_at = models.DateTimeField(
        _("closes"), null=True, blank=True, help_text=_("Leave empty to close it by hand.")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="petitions",
        help_text=_("Signers may allow this organisation to write to them."),
    )
    home = models.UUIDField(_("alert"), null=True, blank=True, editable=False, db_index=True)
    archived_at = models.DateTimeField(_("archived"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = PetitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def current_state(self) -> "Petition.State":
        """The state a visitor finds: an open petition past its deadline is closed."""
        state = self.State(self.state)
        overdue = self.closes_at is not None and self.closes_at <= timezone.now()
        ended = overdue or self.archived_at is not None
        return self.State.CLOSED if state == self.State.OPEN and ended else state

    @property
    def is_open(self) -> bool:
        """Whether it can be signed now."""
        return self.current_state == self.State.OPEN

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
