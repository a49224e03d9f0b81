from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .petition import Petition
from .signature import Signature

SUBJECT_LENGTH = 150


class Update(models.Model):
    """News of one petition for those who asked to hear what comes of it.

    ``tested_at`` is when its present words were mailed to somebody of the staff. ``spread_to`` is
    the signature up to which the mails are laid out while ``spread_at`` is empty.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SENDING = "sending", _("Being sent")
        STOPPED = "stopped", _("Stopped")
        SENT = "sent", _("Sent")

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="updates")
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.DRAFT, db_index=True
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("by"), null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    tested_at = models.DateTimeField(_("tested"), null=True, editable=False)
    started_at = models.DateTimeField(_("sending began"), null=True, editable=False)
    spread_to = models.UUIDField(null=True, editable=False)
    spread_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(_("sent"), null=True, editable=False)

    class Meta:
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return f"update {self.pk}"

    @property
    def is_draft(self) -> bool:
        """Whether its words may still change."""
        return self.state == self.State.DRAFT

    @property
    def main_text(self) -> "UpdateText":
        """Its words in the main language."""
        return self.text_for(settings.LANGUAGE_CODE)

    def text_for(self, locale: str) -> "UpdateText":
        """Its words in ``locale``, else in the main language, else in any.

        Raises ``UpdateText.DoesNotExist`` where nothing is written.
        """
        texts = {text.locale: text for text in self.texts.all()}
        for code in (locale, settings.LANGUAGE_CODE, *texts):
            if code in texts:
                return texts[code]
        raise UpdateText.DoesNotExist


class UpdateText(models.Model):
    """The words of an update in one language; ``body`` is plain text in paragraphs."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="texts")
    locale = models.CharField(_("language"), max_length=12)
    subject = models.CharField(_("subject"), max_length=SUBJECT_LENGTH)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text of an update")
        verbose_name_plural = _("texts of updates")
        constraints = [
            models.UniqueConstraint(fields=("update", "locale"), name="update_text_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.locale})"


class UpdateMailQuerySet(models.QuerySet["UpdateMail"]):
    """Mails by where they stand."""

    def due(self) -> "UpdateMailQuerySet":
        """What may be sent now, the longest waiting first; those of a stopped update wait."""
        waiting = self.filter(state=UpdateMail.State.QUEUED, next_attempt_at__lte=timezone.now())
        return waiting.filter(update__state=Update.State.SENDING).order_by("next_attempt_at", "pk")


class UpdateMail(models.Model):
    """One update to one signer, who may have changed their mind until it is sent."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting to be sent")
        ACCEPTED = "accepted", _("Handed to the mail service")
        FAILED = "failed", _("Could not be sent")
        DROPPED = "dropped", _("Not sent: unsubscribed or withdrawn meanwhile")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    update = models.ForeignKey(Update, models.CASCADE, related_name="mails")
    signature = models.ForeignKey(Signature, models.CASCADE, related_name="update_mails")
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    accepted_at = models.DateTimeField(_("handed over"), null=True)

    objects = UpdateMailQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail of an update")
        verbose_name_plural = _("mails of updates")
        indexes = [
            models.Index(
                fields=("next_attempt_at",),
                condition=Q(state="queued"),
                name="update_mail_to_send",
            ),
            models.Index(
                fields=("accepted_at",),
                condition=Q(state="accepted"),
                name="update_mail_accepted",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=("update", "signature"), name="update_mail_once"),
        ]

    def __str__(self) -> str:
        return f"mail {self.pk}"
