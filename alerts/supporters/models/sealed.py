from uuid import uuid4

from django.db import models

from .. import sealing


class SealedModel(models.Model):
    """A row about a person, whose personal data can be read only with the sealing keys."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sealed = models.BinaryField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def seal(self, **fields: str) -> None:
        """Close ``fields`` for this row; replaces whatever was sealed before."""
        self.sealed = sealing.seal(fields, row=self.id)

    def hashes(self) -> dict[str, str]:
        """The keyed hashes of what is sealed, by field; a subclass that has such fields adds them.

        Nothing for a row that has forgotten its person. Raises ``SealBroken``.
        """
        return {}

    def unseal(self) -> dict[str, str]:
        """The fields as given to :meth:`seal`; raises ``SealBroken``."""
        return sealing.unseal(self.sealed, row=self.id)
