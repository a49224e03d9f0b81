from uuid import uuid4

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from alerts.supporters.models import Organisation

KNOWN_TO_BE_OUT = ("accepted", "opened_elsewhere")


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters by what can be done with them."""

    def open(self) -> "LetterQuerySet":
        """Those that can be written now."""
        in_time = Q(closes_at__isnull=True) | Q(closes_at__gt=timezone.now())
        return self.filter(in_time, state=Letter.State.OPEN, archived_at__isnull=True)

    def with_counts(self) -> "LetterQuerySet":
        """Each with its ``count``, read in one statement."""
        out = Q(messages__deliveries__state__in=KNOWN_TO_BE_OUT)
        return self.annotate(count=Count("messages", filter=out, distinct=True))


class Letter(models.Model):
    """The identity, settings and state of one email-your-representatives ask.

    Its words are published by its alert; ``home`` is that alert's translation key.
    """

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
    closes_at = models.DateTimeField(
        _("closes"), null=True, blank=True, help_text=_("Leave empty to close it by hand.")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="letters",
        help_text=_("Writers may allow this organisation to write to them."),
    )
    home = models.UUIDField(_("alert"), null=True, blank=True, editable=False, db_index=True)
    archived_at = models.DateTimeField(_("archived"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def current_state(self) -> "Letter.State":
        """The state a visitor finds: an open letter past its deadline is closed."""
        state = self.State(self.state)
        overdue = self.closes_at is not None and self.closes_at <= timezone.now()
        ended = overdue or self.archived_at is not None
        return self.State.CLOSED if state == self.State.OPEN and ended else state

    @property
    def is_open(self) -> bool:
        """Whether it can be written now."""
        return self.current_state == self.State.OPEN

    @cached_property
    def count(self) -> int:
        """Messages known to be out to at least one official; no query after ``with_counts()``."""
        return Letter.objects.with_counts().get(pk=self.pk).count
