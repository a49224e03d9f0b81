from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..models import SealedModel

PENDING = "pending"


class Act(SealedModel):
    """What one person did for an ask, which counts once its mail was answered.

    A subclass has the ``version`` of the words it was done under and a ``state`` that begins with
    ``pending``; among what it seals is ``email``.
    """

    version: "models.ForeignKey[Any, Any]"
    state: "models.CharField[Any, Any]"
    locale = models.CharField(_("language"), max_length=12)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    mails_sent = models.PositiveSmallIntegerField(_("confirmation mails sent"), default=0)
    last_mail_at = models.DateTimeField(_("last confirmation mail"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_pending(self) -> bool:
        """Whether it waits to be confirmed."""
        return bool(self.state == PENDING)
