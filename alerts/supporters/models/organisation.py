from django.db import models
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    """A member of the coalition to whom supporters may give permission to write to them."""

    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("As supporters know it; proper names are not translated."),
    )
    slug = models.SlugField(_("short name for files and addresses"), max_length=80, unique=True)
    website = models.URLField(_("website"), blank=True)
    postal_address = models.TextField(
        _("postal address"),
        blank=True,
        help_text=_("Printed at the foot of mail, where the law asks for it."),
    )

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name
