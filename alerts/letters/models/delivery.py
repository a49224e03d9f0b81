from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.officials import channels
from alerts.officials.models import Official

from .letter import WAITING, Letter
from .message import Message

RELEASED = ("queued", "sending", "accepted")
UNFINISHED = ("pending", "queued", "sending")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries by where they stand."""

    def due(self) -> Self:
        """What a worker may take now, the longest waiting first.

        Queued ones whose time has come, and leased ones whose worker did not come back. Those of
        a paused letter wait.
        """
        now = timezone.now()
        waiting = Q(state=Delivery.State.QUEUED, next_attempt_at__lte=now)
        abandoned = Q(state=Delivery.State.SENDING, lease_until__lte=now)
        due = self.filter(waiting | abandoned).order_by("next_attempt_at", "pk")
        return due.exclude(letter__state__in=WAITING, letter__archived_at=None)

    def released(self) -> Self:
        """On their way, or gone."""
        return self.filter(state__in=RELEASED)

    def unfinished(self) -> Self:
        """Still in need of the message's text."""
        return self.filter(state__in=UNFINISHED)


class Delivery(models.Model):
    """One message to one official by one channel.

    ``mail_id`` is the mail's Message-ID, the same at every attempt. ``attempts`` also numbers the
    lease: a worker whose lease ran out finds the number changed, and leaves the row alone.
    """

    class Channel(models.TextChoices):
        EMAIL = channels.EMAIL, channels.LABELS[channels.EMAIL]
        FORM = channels.FORM, channels.LABELS[channels.FORM]
        WEBSITE = channels.WEBSITE, channels.LABELS[channels.WEBSITE]
        PHONE = channels.PHONE, channels.LABELS[channels.PHONE]

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting for you to confirm your address")
        QUEUED = "queued", _("Waiting to be sent")
        SENDING = "sending", _("Being sent")
        ACCEPTED = "accepted", _("Handed to the mail service that delivers it to the office")
        BOUNCED = "bounced", _("Sent back by the office’s mail system")
        FAILED = "failed", _("Could not be sent")
        WITHDRAWN = "withdrawn", _("Not sent: withdrawn, or you had written before")
        OPENED_ELSEWHERE = "opened_elsewhere", _("You told us that you sent it yourself")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    message = models.ForeignKey(Message, models.CASCADE, related_name="deliveries")
    letter = models.ForeignKey(Letter, models.PROTECT, related_name="deliveries")
    official = models.ForeignKey(Official, models.PROTECT, related_name="deliveries")
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    email_hash = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=16, choices=State.choices, default=State.PENDING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    mail_id = models.CharField(max_length=255, blank=True, editable=False)
    error = models.CharField(_("error"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    accepted_at = models.DateTimeField(_("handed over"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        indexes = [
            models.Index(
                fields=("next_attempt_at",),
                condition=Q(state__in=("queued", "sending")),
                name="delivery_to_send",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=("message", "official"), name="delivery_once"),
            models.UniqueConstraint(
                fields=("email_hash", "letter", "official"),
                condition=Q(state__in=RELEASED) & ~Q(email_hash=""),
                name="delivery_once_per_address",
            ),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"
