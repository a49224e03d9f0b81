from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Stands for whatever this site could write about.
EVERYTHING = UUID(int=0)


class Silence(models.Model):
    """An address that asked not to be mailed: about one ask, by its ``uuid``, or at all.

    Only a keyed hash of it is kept. Since nothing is left to hash anew, it is compared under the
    earlier hash keys as well.
    """

    email_hash = models.CharField(max_length=64, editable=False)
    about = models.UUIDField(_("about"), default=EVERYTHING, editable=False)
    since = models.DateTimeField(_("since"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("address not to be mailed")
        verbose_name_plural = _("addresses not to be mailed")
        constraints = [
            models.UniqueConstraint(fields=("email_hash", "about"), name="silence_once"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
