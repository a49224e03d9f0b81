from typing import ClassVar, Self, TypeVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Organisation

Row = TypeVar("Row", bound=models.Model)


class AskQuerySet(models.QuerySet[Row]):
    """Asks by what can be done with them."""

    def open(self) -> Self:
        """Those that people can take part in now."""
        in_time = Q(closes_at__isnull=True) | Q(closes_at__gt=timezone.now())
        return self.filter(in_time, state=Ask.State.OPEN, archived_at__isnull=True)


class Ask(models.Model):
    """The identity, settings and state of one ask.

    Its words are published by its page; ``home`` is that page's translation key.
    """

    # What an ask has from its own life, not from its editors.
    OWN_LIFE: ClassVar = {"id", "uuid", "name", "state", "home", "archived_at", "created_at"}

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")
        DELIVERED = "delivered", _("Delivered")
        WON = "won", _("Won")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("For editors only; visitors see the words of the page."),
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
        verbose_name=_("organization"),
        null=True,
        blank=True,
        related_name="%(class)ss",
        help_text=_("People who take part may allow this organization to write to them."),
    )
    home = models.UUIDField(_("alert"), null=True, blank=True, editable=False, db_index=True)
    archived_at = models.DateTimeField(_("archived"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def current_state(self) -> "Ask.State":
        """The state a visitor finds: an open ask past its deadline is closed."""
        state = self.State(self.state)
        overdue = self.closes_at is not None and self.closes_at <= timezone.now()
        ended = overdue or self.archived_at is not None
        return self.State.CLOSED if state == self.State.OPEN and ended else state

    @property
    def is_open(self) -> bool:
        """Whether people can take part in it now."""
        return self.current_state == self.State.OPEN
