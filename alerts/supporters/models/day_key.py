import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

KEY_BYTES = 32


def new_key() -> bytes:
    """One that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


class DayKey(models.Model):
    """What networks are hashed with on one day, in UTC; deleted once that day is over.

    Nobody can try all addresses against a hash of that day any more then, whatever keys they have.
    """

    day = models.DateField(_("day"), primary_key=True)
    key = models.BinaryField(editable=False, default=new_key)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("key of a day")
        verbose_name_plural = _("keys of days")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.day}"
