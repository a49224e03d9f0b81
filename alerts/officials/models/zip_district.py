"""Which House districts a ZIP code lies in, by Congress."""

from django.db import models

from alerts.officials.districts import District


class ZipDistrict(models.Model):
    """One district that one ZIP code reaches into, under one Congress's lines."""

    zip = models.CharField(max_length=5)
    congress = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=2)
    district = models.PositiveSmallIntegerField()
    is_sample = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zip", "congress", "state", "district"], name="zip_district_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zip} {self.area} ({self.congress})"

    @property
    def area(self) -> District:
        """The district as a value."""
        return District(self.state, self.district)
