"""Jobs that come round by the clock, each begun by one worker only."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from altavoz.models import PeriodicJob
from altavoz.scrubbing import scrubbed_traceback

logger = logging.getLogger(__name__)

# Clocks of two looks differ a little: without this a job would skip every second turn.
TOLERANCE = 0.9


@dataclass
class Job:
    """A callable without arguments that is due every so many seconds."""

    name: str
    seconds: float
    work: Callable[[], object]
    look_again_at: float = field(default=0.0)

    def run_if_due(self) -> None:
        """Do the work if its time has come and no other worker has begun it."""
        if time.monotonic() < self.look_again_at:
            return
        self.look_again_at = time.monotonic() + self.seconds
        if self.is_ours():
            self.run()

    def is_ours(self) -> bool:
        """Note the start of the job, unless it was started within its period."""
        now = timezone.now()
        over = now - timedelta(seconds=self.seconds * TOLERANCE)
        PeriodicJob.objects.get_or_create(name=self.name)
        waiting = PeriodicJob.objects.filter(
            Q(last_started_at=None) | Q(last_started_at__lte=over), name=self.name
        )
        return bool(waiting.update(last_started_at=now))

    def run(self) -> None:
        """Do the work; an error is logged, and the next turn tries again."""
        try:
            self.work()
        except Exception as error:  # noqa: BLE001 - one broken job must not stop the others
            logger.error("Job %s failed\n%s", self.name, scrubbed_traceback(error))


def periodic_jobs() -> list[Job]:
    """The jobs of ``settings.PERIODIC_JOBS``; raises ``ImportError`` for one that is not there."""
    return [Job(path, seconds, import_string(path)) for path, seconds in settings.PERIODIC_JOBS]
