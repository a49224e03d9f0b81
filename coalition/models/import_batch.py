from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.models import SealedModel

from .statement import Statement


class ImportBatch(SealedModel):
    """A list that staff brought in: previewed, then taken over, and undone if need be.

    Seals the rows as they were read (``rows``, JSON) until it is taken over; then what undoing it
    takes (``undo``, JSON). Holds in the clear only how much it did.
    """

    class State(models.TextChoices):
        PREVIEWED = "previewed", _("Previewed")
        APPLIED = "applied", _("Taken over")
        UNDONE = "undone", _("Undone")

    name = models.CharField(_("file"), max_length=200)
    statement = models.ForeignKey(
        Statement, models.PROTECT, null=True, blank=True, related_name="imports"
    )
    state = models.CharField(
        _("state"), max_length=9, choices=State.choices, default=State.PREVIEWED
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    skipped = models.PositiveIntegerField(_("unchanged"), default=0)
    read_at = models.DateTimeField(_("read"), default=timezone.now)
    applied_at = models.DateTimeField(_("taken over"), null=True)
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-read_at",)
