"""What the running of the site itself keeps."""

from django.db import models


class PeriodicJob(models.Model):
    """When a job of ``settings.PERIODIC_JOBS`` was last begun, by whichever worker."""

    name = models.CharField(max_length=100, primary_key=True)
    last_started_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.name
