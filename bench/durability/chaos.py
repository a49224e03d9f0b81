"""What goes wrong meanwhile: workers die, and the database falls over once."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.site import Worker, pg_ctl, postgres_in

LONGEST_WAIT = 10.0
HOLD = "SELECT id FROM petitions_tallyentry FOR UPDATE"
STUCK = """
    SELECT pid FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND query LIKE 'DELETE FROM "petitions_tallyentry"%'
"""
END_OF_WAITING = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'
"""


class Chaos:
    """Kills workers every ``seconds``, ``most`` times: in the middle of folding, then anywhere.

    So on by turns. On a machine that is slow it waits until the crowd gets on (``progress`` grows).
    After the first time PostgreSQL is torn down without warning and begun anew.
    """

    def __init__(
        self,
        folder: Path,
        workers: list[Worker],
        progress: Callable[[], int],
        *,
        seconds: float,
        most: int,
    ) -> None:
        self.folder, self.workers, self.progress = folder, workers, progress
        self.seconds, self.most = seconds, most
        self.kills = self.amid_folding = self.restarts = 0
        self._over = threading.Event()

    @contextmanager
    def reigning(self) -> Iterator[None]:
        """Let it happen as long as the context lasts; what it could not do is raised at the end."""
        with ThreadPoolExecutor(1) as pool:
            reign = pool.submit(self._reign)
            try:
                yield
            finally:
                self._over.set()
            reign.result()

    def faults(self) -> Iterator[str]:
        """A sentence where too little went wrong for the run to prove anything."""
        if not (self.amid_folding and self.restarts):
            yield "No worker was killed amid folding, or PostgreSQL did not restart."

    def _reign(self) -> None:
        seen = 0
        while self.kills < self.most and not self._over.wait(self.seconds):
            if self.progress() == seen:
                continue
            seen = self.progress()
            self._strike()

    def _strike(self) -> None:
        if self.kills % 2:
            self._kill_one()
        else:
            self._kill_amid_folding()
        self.kills += 1
        if not self.restarts:
            self._restart()

    def _kill_one(self) -> None:
        worker = self.workers[self.kills // 2 % len(self.workers)]
        worker.kill()
        worker.begin_anew()

    def _kill_amid_folding(self) -> None:
        """Hold the entries, so that who folds has added them and cannot delete them; kill all.

        Their transactions end with them, before the entries are let go.
        """
        with self._connect() as held, held.transaction():
            self.amid_folding += self._hold_entries(held) and self._somebody_folds()
            for worker in self.workers:
                worker.kill()
            held.execute(END_OF_WAITING)
        for worker in self.workers:
            worker.begin_anew()

    def _hold_entries(self, connection: "psycopg.Connection[tuple[int, ...]]") -> bool:
        return self._comes_true(lambda: connection.execute(HOLD).fetchone() is not None)

    def _somebody_folds(self) -> bool:
        with self._connect() as connection:
            return self._comes_true(lambda: connection.execute(STUCK).fetchone() is not None)

    def _comes_true(self, is_so: Callable[[], bool]) -> bool:
        end = time.monotonic() + LONGEST_WAIT
        while not is_so():
            if time.monotonic() > end or self._over.wait(0.02):
                return False
        return True

    def _restart(self) -> None:
        pg_ctl(self.folder, "-m", "immediate", "restart")
        self.restarts += 1

    def _connect(self) -> "psycopg.Connection[tuple[int, ...]]":
        return psycopg.connect(postgres_in(self.folder).get_uri(), autocommit=True)
