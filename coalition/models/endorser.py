from typing import Any
from uuid import uuid4

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..names import normalised, sort_key

is_web_address = URLValidator(
    schemes=["http", "https"],
    message=_("Please write a web address that begins with https:// or http://."),
)


class EndorserQuerySet(models.QuerySet["Endorser"]):
    """Endorsers by where they stand."""

    def approved(self) -> "EndorserQuerySet":
        """Those the public sees and counts."""
        return self.filter(status=Endorser.Status.APPROVED)

    def awaiting(self) -> "EndorserQuerySet":
        """Those whose contact has confirmed and whom staff have not decided on."""
        return self.filter(status=Endorser.Status.CONFIRMED)

    def in_order(self) -> "EndorserQuerySet":
        """As lists show them."""
        return self.order_by("sort_key", "name", "pk")


class Endorser(models.Model):
    """An organization, or a person in a personal capacity, that stands with the coalition.

    One row for all languages: names are not translated. What only staff may know (the contact)
    is sealed in a row of its own. A person's ``name`` is empty until that person has confirmed,
    and again after they were declined or have withdrawn.
    """

    class Scope(models.TextChoices):
        NATIONAL = "national", pgettext_lazy("scope of an endorser", "National")
        STATE = "state", pgettext_lazy("scope of an endorser", "State")
        LOCAL = "local", pgettext_lazy("scope of an endorser", "Local")
        INTERNATIONAL = "international", pgettext_lazy("scope of an endorser", "International")

    class Kind(models.TextChoices):
        FAITH = "faith", _("Faith")
        LABOR = "labor", _("Labor")
        LEGAL = "legal", _("Legal")
        CIVIL_RIGHTS = "civil_rights", _("Civil rights")
        IMMIGRANT_RIGHTS = "immigrant_rights", _("Immigrant rights")
        SERVICE = "service", _("Services")
        HEALTH = "health", _("Health")
        EDUCATION = "education", _("Education")
        STUDENT = "student", _("Students and youth")
        BUSINESS = "business", _("Business")
        ARTS = "arts", _("Arts and culture")
        OTHER = "other", pgettext_lazy("kind of endorser", "Other")

    class Status(models.TextChoices):
        SUBMITTED = "submitted", pgettext_lazy("status of an endorser", "Submitted")
        CONFIRMED = "confirmed", pgettext_lazy("status of an endorser", "Confirmed")
        APPROVED = "approved", pgettext_lazy("status of an endorser", "Approved")
        DECLINED = "declined", pgettext_lazy("status of an endorser", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("status of an endorser", "Withdrawn")

    # At home everywhere: listed under their scope, and in no place.
    WIDE = frozenset({Scope.NATIONAL, Scope.INTERNATIONAL})
    # No more on the list, and no more their contacts' to change.
    LEFT = frozenset({Status.DECLINED, Status.WITHDRAWN})

    class Origin(models.TextChoices):
        JOINED = "joined", _("Join form")
        IMPORTED = "imported", _("Import")
        STAFF = "staff", _("Entered by staff")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("As it calls itself, in any script.")
    )
    is_person = models.BooleanField(
        _("a person"),
        default=False,
        help_text=_("Endorses in a personal capacity, not for an organization."),
    )
    affiliation = models.CharField(
        _("title and affiliation"),
        max_length=200,
        blank=True,
        help_text=_("Of a person: shown after the name, for identification purposes only."),
    )
    identification_only = models.BooleanField(
        _("for identification purposes only"),
        default=False,
        help_text=_("Listed with this remark, in the reader's language."),
    )
    scope = models.CharField(_("scope"), max_length=13, choices=Scope.choices, default=Scope.LOCAL)
    nation = models.CharField(
        _("tribal nation"), max_length=120, blank=True, help_text=_("Its own name for itself.")
    )
    city = models.CharField(_("city"), max_length=120, blank=True)
    kind = models.CharField(
        pgettext_lazy("of an endorser", "kind"),
        max_length=16,
        choices=Kind.choices,
        default=Kind.OTHER,
    )
    website = models.CharField(
        _("website"), max_length=300, blank=True, validators=[is_web_address]
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    logo_alt = models.CharField(
        _("what the logo shows"),
        max_length=250,
        blank=True,
        help_text=_("Read aloud in the logo's place. Leave empty to have the name read."),
    )
    sort_as = models.CharField(
        _("sort as"),
        max_length=200,
        blank=True,
        help_text=_("Only where the name sorts badly, for instance a name in another script."),
    )
    sort_key = models.CharField(max_length=250, editable=False, db_index=True)
    normalised_name = models.CharField(max_length=250, editable=False, db_index=True)
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.SUBMITTED, db_index=True
    )
    origin = models.CharField(
        _("came by"), max_length=8, choices=Origin.choices, default=Origin.STAFF, editable=False
    )
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = EndorserQuerySet.as_manager()

    class Meta:
        verbose_name = _("endorser")
        verbose_name_plural = _("endorsers")
        ordering = ("sort_key", "name", "pk")

    def __str__(self) -> str:
        return self.name or str(_("A person whose name is not kept"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what the name is sorted and compared by with it."""
        self.set_keys()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "sort_key", "normalised_name", "changed_at"}
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """What the name is sorted and compared by; for those who write many rows at once."""
        self.sort_key = sort_key(self.sort_as or self.name)[:250]
        self.normalised_name = normalised(self.name)[:250]
