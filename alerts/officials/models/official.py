"""A person who holds an office, or held one."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alerts.officials import channels
from alerts.officials.channels import Channel
from locales.cldr import local_list

from .fields import WebAddressField, validate_phone
from .office import Office


class Official(models.Model):
    """An elected person and every published way to them.

    A row stays when its person leaves office, so that what was written to them can be shown.
    ``imported`` holds the values of the last import: a field that differs from them was changed by
    an editor, and later imports leave it alone.
    """

    name = models.CharField(_("name"), max_length=200, help_text=_("As they write it themselves."))
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100)
    party = models.CharField(_("party"), max_length=100, blank=True)
    office = models.OneToOneField(
        Office,
        verbose_name=_("office"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="official",
    )
    term_ends = models.DateField(_("end of term"), null=True, blank=True)
    email = models.EmailField(
        _("email"),
        max_length=254,
        blank=True,
        help_text=_("Letters are sent here. Imports never change it."),
    )
    contact_form = WebAddressField(_("contact form"), max_length=500, blank=True)
    website = WebAddressField(_("website"), max_length=500, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[validate_phone])
    bioguide = models.CharField(
        _("Bioguide ID"), max_length=20, unique=True, null=True, blank=True, editable=False
    )
    imported = models.JSONField(default=dict, editable=False)
    source = models.CharField(_("source"), max_length=500, blank=True, editable=False)
    fetched_at = models.DateTimeField(_("last imported"), null=True, editable=False)
    is_sample = models.BooleanField(_("fictional sample"), default=False, editable=False)

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["last_name", "first_name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """How they are addressed, in the reader's language; empty once out of office."""
        return self.office.title if self.office else ""

    def channels(self) -> list[Channel]:
        """Every way that exists to reach them, the most direct for a written message first."""
        ways = [
            Channel(channels.EMAIL, self.email),
            Channel(channels.FORM, self.contact_form),
            Channel(channels.WEBSITE, self.website),
            Channel(channels.PHONE, self.phone),
        ]
        return [way for way in ways if way.address]

    @property
    def reached_by(self) -> str:
        """The ways that exist, named for editors."""
        return local_list(way.label for way in self.channels())

    @property
    def origin(self) -> str:
        """Where the row comes from, named for editors."""
        if self.is_sample:
            return gettext("Fictional sample")
        return self.source or gettext("Added by an editor")
