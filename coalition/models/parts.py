"""What an endorser may have several of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..places import PLACE_CHOICES
from .endorser import Endorser


class EndorserPlace(models.Model):
    """A state, territory or the tribal nations, where an endorser is listed."""

    endorser = models.ForeignKey(Endorser, models.CASCADE, related_name="places")
    code = models.CharField(_("place"), max_length=8, choices=PLACE_CHOICES, db_index=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(fields=("endorser", "code"), name="endorser_place_once"),
        ]

    def __str__(self) -> str:
        return self.code


class EndorserLanguage(models.Model):
    """A language an endorser works in; ``code`` as CLDR writes it (``es``, ``zh_Hans``)."""

    endorser = models.ForeignKey(Endorser, models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=12, db_index=True)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(fields=("endorser", "code"), name="endorser_language_once"),
        ]

    def __str__(self) -> str:
        return self.code


class EndorserNote(models.Model):
    """A public remark beside an endorser's name, in one language."""

    endorser = models.ForeignKey(Endorser, models.CASCADE, related_name="notes")
    locale = models.CharField(_("language"), max_length=12)
    text = models.CharField(_("note"), max_length=300)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ("locale",)
        constraints = [
            models.UniqueConstraint(fields=("endorser", "locale"), name="endorser_note_once"),
        ]

    def __str__(self) -> str:
        return self.text
