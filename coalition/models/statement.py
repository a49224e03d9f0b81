import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alerts.supporters.asks.ask import Ask, AskQuerySet
from alerts.supporters.asks.published import PublishedWords
from alerts.supporters.models import ImmutableQuerySet

# Some languages inflect the word by what is open or closed.
STATE_LABELS = {
    Ask.State.DRAFT: pgettext_lazy("state of a statement", "Draft"),
    Ask.State.OPEN: pgettext_lazy("state of a statement", "Open"),
    Ask.State.PAUSED: pgettext_lazy("state of a statement", "Paused"),
    Ask.State.CLOSED: pgettext_lazy("state of a statement", "Closed"),
    Ask.State.DELIVERED: pgettext_lazy("state of a statement", "Delivered"),
    Ask.State.WON: pgettext_lazy("state of a statement", "Won"),
}


class StatementQuerySet(AskQuerySet["Statement"]):
    """Statements by what can be done with them."""

    def with_counts(self) -> "StatementQuerySet":
        """Each with the number of those who stand behind it now."""
        now = Q(endorsements__counted_from__isnull=False, endorsements__counted_until__isnull=True)
        return self.annotate(counted=Count("endorsements", filter=now))


class Statement(Ask):
    """A text that endorsers stand behind, in every language together.

    Open as long as it can be joined. ``frozen_on`` is the day it was delivered: whoever stood
    behind it at the end of that day is on the list that was handed over; the others joined later.
    ``delivered`` are the figures of that list as it was handed over, whatever is corrected in it
    later: the fields of :class:`~coalition.listing.counts.Figures`, or nothing until they are kept.
    """

    OWN_LIFE: ClassVar = {*Ask.OWN_LIFE, "frozen_on", "delivered"}

    frozen_on = models.DateField(
        _("delivered on"),
        null=True,
        blank=True,
        help_text=_("The list is frozen at the end of this day; who joins later is listed apart."),
    )
    delivered = models.JSONField(null=True, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta(Ask.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    @property
    def count(self) -> int:
        """Endorsers who stand behind it now; without a query after ``with_counts()``."""
        if "counted" not in self.__dict__:
            return Statement.objects.with_counts().get(pk=self.pk).count
        return int(self.__dict__["counted"])

    @property
    def state_label(self) -> str:
        """The state a visitor finds, in the reader's language."""
        return str(STATE_LABELS[self.current_state])

    @property
    def frozen_as_of(self) -> datetime.date | None:
        """The day of delivery once it is over by the site's own clock; until then, nothing."""
        today = timezone.localdate(timezone=timezone.get_default_timezone())
        return self.frozen_on if self.frozen_on and self.frozen_on < today else None


class PublishedStatementQuerySet(ImmutableQuerySet["PublishedStatement"]):
    """Published statements, as they were written."""


class PublishedStatement(PublishedWords):
    """The words of a statement as they once went live; ``statement`` is HTML."""

    ask_name = "statement"
    WORDS = ("title", "statement", "consent_text", "page_url", "thank_you")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="versions")

    objects = PublishedStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("published statement")
        verbose_name_plural = _("published statements")
        ordering = ("statement", "locale", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("statement", "locale", "number"), name="statement_version_once"
            ),
        ]
