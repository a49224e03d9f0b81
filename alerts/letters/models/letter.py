from django.db import models
from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.ask import Ask, AskQuerySet
from alerts.supporters.models import Organisation

KNOWN_TO_BE_OUT = ("accepted", "opened_elsewhere")


class LetterQuerySet(AskQuerySet["Letter"]):
    """Letters by what can be done with them."""

    def with_counts(self) -> "LetterQuerySet":
        """Each with its ``count``, read in one statement."""
        out = Q(messages__deliveries__state__in=KNOWN_TO_BE_OUT)
        counts = {"count": Count("messages", filter=out, distinct=True)}
        return self.annotate(**counts)


class Letter(Ask):
    """A text for people to make their own and send to those who represent them."""

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="letters",
        help_text=_("Writers may allow this organisation to write to them."),
    )

    objects = LetterQuerySet.as_manager()

    class Meta(Ask.Meta):
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    @cached_property
    def count(self) -> int:
        """Messages known to be out to at least one official; no query after ``with_counts()``."""
        return Letter.objects.with_counts().get(pk=self.pk).count
