from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.act import Act

from .letter import Letter
from .published import PublishedLetter


class Message(Act):
    """One visitor's text to their officials.

    While we are to mail it, seals ``name``, ``email``, ``zip``, ``city``, ``subject`` and ``body``
    (with tokens, as each official gets their own); seals nothing when every official is written to
    by hand, and nothing again once all deliveries are final. ``region`` is the visitor's US state,
    ``district`` a code such as ``IL-9``. ``fingerprint`` is a keyed hash of what was submitted, so
    that submitting it twice makes one message.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting for confirmation")
        CONFIRMED = "confirmed", _("Confirmed by the sender")
        BY_HAND = "by_hand", _("Sent by the writer, not by us")
        LAPSED = "lapsed", _("Never confirmed, and erased")
        WITHDRAWN = "withdrawn", _("Withdrawn by the sender")

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="messages")
    version = models.ForeignKey(PublishedLetter, models.PROTECT, related_name="messages")
    email_hash = models.CharField(max_length=64, blank=True, editable=False)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.PENDING
    )
    region = models.CharField(_("state of residence"), max_length=2, blank=True)
    district = models.CharField(_("district"), max_length=8, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=("email_hash", "letter"), name="message_by_address"),
            models.Index(
                fields=("created_at",), condition=Q(state="pending"), name="message_waiting"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("fingerprint",),
                condition=Q(state="pending") & ~Q(fingerprint=""),
                name="message_once_per_submit",
            ),
        ]
