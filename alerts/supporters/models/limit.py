from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

A_YEAR = 365 * 24 * 60


class Limit(models.Model):
    """How many acts of one kind of origin pass without a look by staff.

    ``most`` within ``minutes``; more are not refused, they are held for review.
    """

    class Scope(models.TextChoices):
        NETWORK = "network", _("One network")
        ADDRESS = "address", _("One email address")
        DOMAIN = "domain", _("One email provider")
        PETITION = "petition", _("One petition")

    scope = models.CharField(
        _("counted for"), max_length=10, choices=Scope.choices, unique=True, editable=False
    )
    most = models.PositiveIntegerField(
        _("most signatures"),
        null=True,
        blank=True,
        help_text=_("More than this are held for review. Leave empty for no limit."),
    )
    minutes = models.PositiveIntegerField(
        _("within so many minutes"), validators=[MinValueValidator(1), MaxValueValidator(A_YEAR)]
    )
    spared = models.TextField(
        _("not for these email providers"),
        blank=True,
        help_text=_(
            "One domain on each line, such as gmail.com: providers that everybody uses."
            " Only the limit for one email provider heeds it."
        ),
    )

    class Meta:
        verbose_name = _("limit")
        verbose_name_plural = _("limits")
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.Scope(self.scope).label)
