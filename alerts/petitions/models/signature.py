from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alerts.supporters.asks.act import Act
from alerts.supporters.hashing import name_hash
from alerts.supporters.traces import domain_hash

from .petition import Petition
from .published import PublishedPetition
from .settings import Shown


class Signature(Act):
    """One person's name under one petition. Seals what :class:`~alerts.petitions.entry.Entry` has.

    Anybody can type any address, so an address may have many pending signatures; the one that its
    owner confirms settles it. ``fingerprint`` is a keyed hash of what was submitted while that is
    pending, so that submitting it twice makes one signature. An anonymised one seals nothing and
    has no ``email_hash``. ``slot`` is 1, or 2 for the second person of an address, whose names
    differ by their keyed ``name_hash``. What tells where it came from is hashed too: its network
    with a key of the day, the domain of its address with one that stays. ``held_for`` names the
    limit it tripped. ``shown_as`` is what the box of ``shows_name`` said: a later setting of the
    petition never shows more than that. ``counted_at`` is when it first counted, which decides
    what delivered list it is on: of a held one, when it was released. ``reason_locale`` is the
    language that staff found a reason to be in.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting for confirmation")
        COUNTED = "counted", _("Counted")
        HELD = "held", _("Held for review")
        INVALIDATED = "invalidated", _("Invalid")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ANONYMISED = "anonymised", _("Anonymized")

    class ReasonState(models.TextChoices):
        NONE = "none", _("No reason given")
        WAITING = "waiting", _("Waiting for review")
        SHOWN = "shown", _("Shown")
        REFUSED = "refused", _("Not shown")

    # Found by its index with the time of signing, which makes one of its own needless.
    petition = models.ForeignKey(
        Petition, models.PROTECT, related_name="signatures", db_index=False
    )
    version = models.ForeignKey(PublishedPetition, models.PROTECT, related_name="signatures")
    email_hash = models.CharField(max_length=64, blank=True, editable=False)
    fingerprint = models.UUIDField(null=True, unique=True, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.PENDING
    )
    country = models.CharField(_("country"), max_length=2, default="US")
    region = models.CharField(_("state of residence"), max_length=10, blank=True)
    slot = models.PositiveSmallIntegerField(_("signer of the address"), default=1)
    name_hash = models.CharField(max_length=64, blank=True, editable=False)
    shows_name = models.BooleanField(_("may be shown"), default=False)
    shown_as = models.CharField(
        _("may be shown as"), max_length=7, choices=Shown.choices, default=Shown.NOTHING
    )
    wants_news = models.BooleanField(_("wants to hear what comes of it"), default=False)
    reason_state = models.CharField(
        _("reason"), max_length=7, choices=ReasonState.choices, default=ReasonState.NONE
    )
    reason_locale = models.CharField(_("language of the reason"), max_length=12, blank=True)
    source = models.CharField(_("page"), max_length=200, blank=True)
    network_hash = models.CharField(max_length=64, blank=True, editable=False)
    domain_hash = models.CharField(max_length=64, blank=True, editable=False)
    held_for = models.CharField(_("held because of"), max_length=20, blank=True)
    code_hash = models.CharField(max_length=64, blank=True, editable=False)
    code_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    code_until = models.DateTimeField(null=True, editable=False)
    counted_at = models.DateTimeField(_("first counted"), null=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, editable=False)
    signed_at = models.DateTimeField(_("signed"), default=timezone.now)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        indexes = [
            models.Index(fields=("email_hash", "petition"), name="signature_by_address"),
            models.Index(
                fields=("signed_at",), condition=Q(state="pending"), name="signature_waiting"
            ),
            models.Index(fields=("petition", "signed_at"), name="signature_by_petition"),
            models.Index(
                fields=("network_hash", "signed_at"),
                condition=~Q(network_hash=""),
                name="signature_by_network",
            ),
            models.Index(
                fields=("domain_hash", "signed_at"),
                condition=~Q(domain_hash=""),
                name="signature_by_domain",
            ),
            models.Index(
                fields=("petition", "signed_at"), condition=Q(state="held"), name="signature_held"
            ),
            models.Index(
                fields=("petition",),
                condition=Q(state="counted", confirmed_at=None),
                name="signature_unconfirmed",
            ),
            models.Index(
                fields=("petition", "-signed_at"),
                condition=Q(state="counted", shows_name=True),
                name="signature_shown",
            ),
            models.Index(
                fields=("petition", "reason_state", "signed_at"),
                condition=~Q(reason_state="none"),
                name="signature_reason",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("email_hash", "petition", "slot"),
                condition=~Q(state="pending") & ~Q(email_hash=""),
                name="signature_once_per_address",
            ),
        ]

    def hashes(self) -> dict[str, str]:
        """Of the address, its domain and the name, while they are kept."""
        sealed = self.unseal()
        if "email" not in sealed:
            return {}
        return {
            **super().hashes(),
            "name_hash": name_hash(sealed["name"], sealed["email"]),
            "domain_hash": domain_hash(sealed["email"]),
        }
