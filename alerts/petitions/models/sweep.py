from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .petition import Petition
from .signature import Signature


class SweepQuerySet(models.QuerySet["Sweep"]):
    """Sweeps by what is to be done with them."""

    def active(self) -> "SweepQuerySet":
        """Those that the worker has to go on with."""
        return self.filter(state__in=[Sweep.State.RUNNING, Sweep.State.UNDOING])


class Sweep(models.Model):
    """Many signatures of one petition given the state ``to`` by the worker, a batch at a time.

    ``criteria`` is what ``petitions.criteria.Criteria`` writes: hashes, never addresses; that of
    one address goes when the sweep rests. ``total`` is how many fitted when it began, ``done`` how
    many have their new state so far.
    """

    class State(models.TextChoices):
        RUNNING = "running", _("Under way")
        STOPPED = "stopped", _("Stopped")
        DONE = "done", _("Done")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="sweeps")
    to = models.CharField(_("new state"), max_length=12, choices=Signature.State.choices)
    criteria = models.JSONField(_("which signatures"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.RUNNING)
    total = models.PositiveIntegerField(_("found"))
    done = models.PositiveIntegerField(_("changed"), default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(_("begun"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True)

    objects = SweepQuerySet.as_manager()

    class Meta:
        verbose_name = _("bulk change")
        verbose_name_plural = _("bulk changes")
        ordering = ("-begun_at", "-pk")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=("petition",),
                condition=models.Q(state__in=["running", "undoing"]),
                name="sweep_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.done} / {self.total}"

    @property
    def is_active(self) -> bool:
        """Whether the worker goes on with it."""
        return self.state in {self.State.RUNNING, self.State.UNDOING}

    @property
    def can_be_undone(self) -> bool:
        """Whether it came to rest with something to put back."""
        return self.done > 0 and self.state in {self.State.STOPPED, self.State.DONE}


class Swept(models.Model):
    """A signature that a sweep has changed, with the state it had; the signature may be gone."""

    sweep = models.ForeignKey(Sweep, models.CASCADE, related_name="swept")
    signature = models.UUIDField()
    was = models.CharField(max_length=12, choices=Signature.State.choices)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=("sweep", "signature"), name="swept_once"),
        ]

    def __str__(self) -> str:
        return f"{self.signature} {self.was}"
