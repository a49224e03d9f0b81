"""Who speaks for an endorser, and what they ask to have changed: read by staff only."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alerts.supporters.asks.act import Act
from alerts.supporters.models import SealedModel

from .endorser import Endorser
from .history import StatusChange
from .statement import PublishedStatement, Statement


class Contact(Act):
    """The person behind an endorser. Seals ``name``, ``email`` and ``role``.

    For a person who endorses, ``endorser_name``, ``affiliation``, ``city`` and ``website`` are
    sealed as well until they have confirmed. A question that staff ask waits sealed as ``question``
    until it is mailed. ``told`` is the decision that was last mailed to them.
    """

    class State(models.TextChoices):
        PENDING = "pending", pgettext_lazy("state of a contact", "Waiting for confirmation")
        CONFIRMED = "confirmed", pgettext_lazy("state of a contact", "Confirmed by mail")
        ENTERED = "entered", pgettext_lazy("state of a contact", "Entered by staff")

    endorser = models.OneToOneField(Endorser, models.CASCADE, related_name="contact")
    statement = models.ForeignKey(
        Statement, models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    version = models.ForeignKey(
        PublishedStatement, models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    email_hash = models.CharField(max_length=64, editable=False, db_index=True)
    fingerprint = models.UUIDField(null=True, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.PENDING)
    # Whether the address is at the website's domain; unknown without a website.
    domain_matches = models.BooleanField(_("address at the website's domain"), null=True)
    begun_at = models.DateTimeField(_("received"), default=timezone.now)
    link_mailed_at = models.DateTimeField(null=True, editable=False)
    told = models.ForeignKey(
        StatusChange, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        indexes = [
            models.Index(
                fields=("begun_at",), condition=Q(state="pending"), name="contact_waiting"
            ),
        ]


class Correction(SealedModel):
    """What a contact asks to have changed. Seals the new values of the endorser's fields.

    An ``answer`` to staff may be sealed with them, which is no field and never public.

    Waits until staff take it over or drop it; the row is deleted then.
    """

    endorser = models.OneToOneField(Endorser, models.CASCADE, related_name="correction")
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
