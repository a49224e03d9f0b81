from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.ask import Ask, AskQuerySet

WAITING = ("draft", "paused")
OVER = ("closed", "delivered", "won")


def _messages(state: str) -> Count:
    """How many messages have a delivery in this state."""
    return Count("messages", filter=Q(messages__deliveries__state=state), distinct=True)


class LetterQuerySet(AskQuerySet["Letter"]):
    """Letters by what can be done with them."""

    def with_counts(self) -> "LetterQuerySet":
        """Each with its ``count`` and ``said_sent_count``, read in one statement."""
        counts = {"count": _messages("accepted"), "said_sent_count": _messages("opened_elsewhere")}
        return self.annotate(**counts)


class Letter(Ask):
    """A text for people to make their own and send to those who represent them."""

    objects = LetterQuerySet.as_manager()

    class Meta(Ask.Meta):
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    @cached_property
    def count(self) -> int:
        """Messages of which our mail handed over at least one; no query after ``with_counts()``."""
        return Letter.objects.with_counts().get(pk=self.pk).count

    @cached_property
    def said_sent_count(self) -> int:
        """Messages of which writers told us that they sent at least one themselves."""
        return Letter.objects.with_counts().get(pk=self.pk).said_sent_count

    @property
    def is_waiting(self) -> bool:
        """Whether what was confirmed waits until the letter goes on."""
        return self.archived_at is None and self.state in WAITING

    @property
    def is_over(self) -> bool:
        """Whether somebody ended it; what was confirmed before a deadline may still go."""
        return self.archived_at is not None or self.state in OVER
