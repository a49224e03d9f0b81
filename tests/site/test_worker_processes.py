"""Real worker processes: one is killed in the middle of a task, another brings it to its end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.postgres import ROOT, database_url
from tests.site import tasks

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue"),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a database server"),
]

StartWorker = Callable[[], "subprocess.Popen[bytes]"]


def this_database() -> str:
    """The address of the database this test runs in, which bears another name than the server's."""
    before, _, query = database_url().partition("?")
    named = before.rpartition("/")[0] + "/" + str(connection.settings_dict["NAME"])
    return f"{named}?{query}" if query else named


@pytest.fixture
def start_worker() -> Iterator[StartWorker]:
    """Starts worker processes on the test's own database, and leaves none behind."""
    workers: list[subprocess.Popen[bytes]] = []
    environment = {
        **os.environ,
        "TEST_DATABASE_URL": this_database(),
        "ALTAVOZ_TASK_LEASE_SECONDS": "2",
    }

    def start() -> "subprocess.Popen[bytes]":
        command = [sys.executable, "manage.py", "worker", "--interval", "0.1"]
        worker = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603 - our own words
        workers.append(worker)
        return worker

    yield start
    for worker in workers:
        worker.kill()
        worker.wait()


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Look until ``condition`` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def the_task() -> DBTaskResult:
    """The row of the test's task; periodic jobs add their own."""
    row: DBTaskResult = DBTaskResult.objects.get(task_path=tasks.slow_at_first.module_path)
    return row


def finished() -> bool:
    """Whether the task has been brought to its end."""
    return the_task().status == TaskResultStatus.SUCCESSFUL


def test_a_task_survives_the_kill_of_its_worker(start_worker: StartWorker, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    tasks.slow_at_first.enqueue(str(journal))
    workers = {worker.pid: worker for worker in (start_worker(), start_worker())}
    wait_for(lambda: journal.exists() and journal.read_text().endswith("\n"))
    first = int(journal.read_text().split()[1])
    workers[first].kill()
    wait_for(finished)
    [start, again, end] = journal.read_text().splitlines()
    assert start == f"start {first}"
    assert again.startswith("start ")
    assert again != start
    assert end == "end"
    assert len(the_task().worker_ids) == 2


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_a_resting_worker_stops_at_once_and_without_noise(
    start_worker: StartWorker, tmp_path: Path, end: signal.Signals
) -> None:
    (tmp_path / "journal").touch()
    tasks.slow_at_first.enqueue(str(tmp_path / "journal"))
    worker = start_worker()
    wait_for(finished)
    worker.send_signal(end)
    assert worker.wait(timeout=10) == 0
