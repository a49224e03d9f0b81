"""A seat in Congress, whether somebody holds it or not."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from alerts.officials.districts import District
from alerts.officials.states import STATE_CHOICES, STATES, state_name


class OfficeQuerySet(models.QuerySet["Office"]):
    """Seats, chosen by whether anybody sits in them."""

    def vacant(self) -> Self:
        """Seats that nobody holds."""
        return self.filter(official=None)


class Office(models.Model):
    """A seat: one of a state's two in the Senate, or that of one House district."""

    class Kind(models.TextChoices):
        SENATOR = "senator", _("Senate")
        REPRESENTATIVE = "representative", _("House of Representatives")

    kind = models.CharField(_("chamber"), max_length=20, choices=Kind)
    state = models.CharField(
        pgettext_lazy("US state", "state"), max_length=2, choices=STATE_CHOICES
    )
    district = models.PositiveSmallIntegerField(
        _("district"),
        null=True,
        blank=True,
        help_text=_("House only; 0 for a seat of a whole state, the capital or a territory."),
    )
    seat_class = models.PositiveSmallIntegerField(
        _("class"),
        null=True,
        blank=True,
        choices=[(1, "1"), (2, "2"), (3, "3")],
        help_text=_("Senate only; says in which year the seat is elected."),
    )

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["state", "-kind", "seat_class", "district"]
        constraints = [
            models.UniqueConstraint(
                fields=["state", "seat_class"],
                condition=models.Q(kind="senator"),
                name="one_office_per_senate_class",
                violation_error_message=_("This Senate seat is already listed."),
            ),
            models.UniqueConstraint(
                fields=["state", "district"],
                condition=models.Q(kind="representative"),
                name="one_office_per_district",
                violation_error_message=_("This House seat is already listed."),
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(
                        kind="senator",
                        # in SQL, "class in (1, 2, 3)" alone does not refuse an unknown class
                        seat_class__isnull=False,
                        seat_class__in=[1, 2, 3],
                        district=None,
                    )
                    | models.Q(kind="representative", seat_class=None, district__isnull=False)
                ),
                name="office_has_class_or_district",
                violation_error_message=_(
                    "A Senate seat has a class and no district; a House seat has a district and "
                    "no class."
                ),
            ),
        ]

    def __str__(self) -> str:
        names = {"state": state_name(self.state), "number": self.seat_class}
        if self.kind == self.Kind.SENATOR:
            return gettext("%(state)s, Senate seat of class %(number)s") % names
        return self.area.label

    @property
    def area(self) -> District:
        """The district of a House seat."""
        return District(self.state, self.district or 0)

    @property
    def title(self) -> str:
        """How the holder of this seat is addressed, in the reader's language."""
        if self.kind == self.Kind.SENATOR:
            return gettext("Senator")
        if self.state == "PR":
            return gettext("Resident Commissioner")
        if not STATES[self.state].has_senators:
            return gettext("Delegate")
        return gettext("Representative")

    @property
    def holder(self) -> str:
        """Who sits here, named for editors."""
        return str(getattr(self, "official", "")) or gettext("Vacant")

    def clean(self) -> None:
        """Refuse a Senate seat where a state has none."""
        state = STATES.get(self.state)
        if self.kind == self.Kind.SENATOR and state and not state.has_senators:
            message = _("%(state)s has no seats in the Senate.") % {"state": state.name}
            raise ValidationError({"state": message})
