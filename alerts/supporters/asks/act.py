from typing import Any, Self

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ..hashing import email_hash, known_hashes
from ..models import SealedModel
from ..sealing import SealBroken

PENDING = "pending"


class Act(SealedModel):
    """What one person did for an ask, which counts once its mail was answered.

    A subclass has the ``version`` of the words it was done under, the ``email_hash`` of the address
    and a ``state`` that begins with ``pending``; among what it seals is ``email``.
    """

    version: "models.ForeignKey[Any, Any]"
    email_hash: "models.CharField[Any, Any]"
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

    @property
    def kind_label(self) -> str:
        """What an act of its kind is called."""
        return str(self._meta.verbose_name)

    @property
    def title(self) -> str:
        """What it was done for, in its language; empty for what no published words led to."""
        return self.version.title if self.version else ""

    def of_same_address(self) -> QuerySet[Self]:
        """Every act of its address for the same ask, itself among them."""
        ask = f"{self.version.ask_name}_id"
        same = Q(email_hash__in=self.known_hashes(), **{ask: getattr(self, ask)})
        return type(self)._default_manager.filter(same if self.email_hash else Q(pk=self.pk))

    def hashes(self) -> dict[str, str]:
        """Of the address, while it is kept."""
        email = self.unseal().get("email")
        return {"email_hash": email_hash(email)} if email else {}

    def known_hashes(self) -> list[str]:
        """All that its address may be found by, the newest first; what is stored if none opens it.

        An act that has forgotten its person has only what is stored, which may be empty.
        """
        try:
            email = self.unseal().get("email")
        except SealBroken:
            email = None
        return list(dict.fromkeys([*(known_hashes(email) if email else ()), self.email_hash]))
