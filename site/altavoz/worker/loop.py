"""The worker's round: jobs that are due, then one task, then the next round or a short rest."""

import logging
import signal
import sys
import time
from types import FrameType

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils.crypto import get_random_string

from .attempts import attempt, claim_next
from .periodic import periodic_jobs

logger = logging.getLogger(__name__)


class Worker:
    """Runs the queue: until it is told to stop, or only what is due now."""

    def __init__(self, *, interval: float) -> None:
        self.interval = interval
        self.jobs = periodic_jobs()
        self.id = get_random_string(32)
        self.stopping = False
        self.resting = False

    def stop_on_signals(self) -> None:
        """Let SIGTERM and Ctrl-C end the work after the task at hand."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Finish the task at hand; at a second signal break it off and put it back."""
        if self.resting or self.stopping:
            sys.exit(0 if self.resting else 1)
        self.stopping = True

    def run_what_is_due(self) -> None:
        """Go round, in the caller's own transaction, until nothing is due."""
        while self.round():
            pass

    def run_until_stopped(self) -> None:
        """Go round for ever; a database that is away is waited for."""
        while not self.stopping:
            close_old_connections()
            try:
                busy = self.round()
            except (OperationalError, InterfaceError) as error:
                logger.warning("The database does not answer: %s", type(error).__name__)
                busy = False
            if not busy:
                self.rest()

    def round(self) -> bool:
        """Run what is due; whether there was a task."""
        for job in self.jobs:
            job.run_if_due()
        row = claim_next(self.id)
        if row is not None:
            attempt(row)
        return row is not None

    def rest(self) -> None:
        """Sleep without holding a connection."""
        close_old_connections()
        self.resting = True
        if not self.stopping:
            time.sleep(self.interval)
        self.resting = False
