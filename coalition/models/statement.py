from django.db import models
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.ask import Ask, AskQuerySet
from alerts.supporters.asks.published import PublishedWords
from alerts.supporters.models import ImmutableQuerySet, Organisation


class StatementQuerySet(AskQuerySet["Statement"]):
    """Statements by what can be done with them."""


class Statement(Ask):
    """A text that endorsers stand behind, in every language together.

    Open as long as it can be joined. ``frozen_on`` is the day it was delivered: whoever stood
    behind it at the end of that day is on the list that was handed over; the others joined later.
    """

    frozen_on = models.DateField(
        _("delivered on"),
        null=True,
        blank=True,
        help_text=_("The list is frozen at the end of this day; who joins later is listed apart."),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="statements",
        help_text=_("Endorsers may allow this organisation to write to them."),
    )

    objects = StatementQuerySet.as_manager()

    class Meta(Ask.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")


class PublishedStatement(PublishedWords):
    """The words of a statement as they once went live; ``statement`` is HTML."""

    ask_name = "statement"
    WORDS = ("title", "statement", "consent_text", "page_url", "thank_you")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="versions")

    objects = ImmutableQuerySet["PublishedStatement"].as_manager()

    class Meta:
        verbose_name = _("published statement")
        verbose_name_plural = _("published statements")
        ordering = ("statement", "locale", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("statement", "locale", "number"), name="statement_version_once"
            ),
        ]
