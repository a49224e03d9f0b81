"""Tasks are tried again with patience, given up in the end, and never show an address."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from altavoz.models import PeriodicJob
from altavoz.scrubbing import scrub
from altavoz.worker.attempts import delay
from altavoz.worker.housekeeping import prune_finished_tasks, reap_abandoned_tasks
from tests.site import tasks

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("empty_queue"),
    pytest.mark.smoke,
]


@pytest.fixture(autouse=True)
def empty_handed(settings: LazySettings) -> Iterator[None]:
    settings.PERIODIC_JOBS = []
    tasks.done.clear()
    yield
    tasks.done.clear()


def work() -> None:
    call_command("worker", batch=True)


def make_due() -> None:
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))


def test_the_most_urgent_task_goes_first() -> None:
    tasks.note.enqueue("newsletter")
    tasks.note.using(priority=90).enqueue("confirmation")
    work()
    assert tasks.done == ["confirmation", "newsletter"]
    assert DBTaskResult.objects.successful().count() == 2


def test_a_failed_task_is_put_back_for_later() -> None:
    tasks.refused.enqueue("ana@example.org")
    work()
    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.READY
    assert len(row.worker_ids) == 1
    assert timedelta() < row.run_after - timezone.now() <= timedelta(seconds=10)


def test_a_task_is_given_up_after_its_last_attempt(settings: LazySettings) -> None:
    tasks.refused.enqueue("ana@example.org")
    for _ in range(settings.TASK_MAX_ATTEMPTS + 2):
        make_due()
        work()
    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.FAILED
    assert row.finished_at is not None
    assert len(row.worker_ids) == settings.TASK_MAX_ATTEMPTS == 6


def test_the_stored_error_and_the_log_name_no_address(caplog: pytest.LogCaptureFixture) -> None:
    tasks.refused.enqueue("ana@example.org")
    work()
    row = DBTaskResult.objects.get()
    assert "no such user" in row.traceback
    assert row.exception_class_path == "builtins.ConnectionRefusedError"
    assert "ana" not in row.traceback
    assert "no such user" in caplog.text
    assert "example.org" not in caplog.text


@pytest.mark.parametrize(
    "text",
    ["ana@example.org", "<ana+x@xn--e1a.org>", "?to=ana%40example.org", "ανα@παράδειγμα.gr"],
)
def test_addresses_are_scrubbed_in_every_guise(text: str) -> None:
    scrubbed = scrub(f"550: {text}; closing")
    assert "<address>" in scrubbed
    assert "@" not in scrubbed
    assert "%40" not in scrubbed
    assert scrubbed.startswith("550: ")
    assert scrubbed.endswith("; closing")


def test_a_task_that_ends_its_worker_is_put_back_too() -> None:
    tasks.leave.enqueue()
    tasks.note.enqueue("next")
    work()
    assert tasks.done == ["next"]
    assert DBTaskResult.objects.get(task_path__endswith="leave").status == TaskResultStatus.READY


def test_a_task_whose_code_is_gone_does_not_stop_the_others() -> None:
    tasks.refused.enqueue("ana@example.org")
    DBTaskResult.objects.update(task_path="tests.site.tasks.long_gone")
    tasks.note.enqueue("next")
    work()
    assert tasks.done == ["next"]


def test_patience_grows_with_each_attempt_up_to_an_hour() -> None:
    seconds = [delay(attempts).total_seconds() for attempts in range(1, 8)]
    assert seconds == [10, 40, 160, 640, 2560, 3600, 3600]


def running_since(ago: timedelta, attempts: int = 1) -> DBTaskResult:
    tasks.note.enqueue("left behind")
    DBTaskResult.objects.update(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now() - ago,
        worker_ids=["dead"] * attempts,
    )
    return DBTaskResult.objects.get()


def test_an_abandoned_task_is_run_again(settings: LazySettings) -> None:
    running_since(timedelta(seconds=settings.TASK_LEASE_SECONDS + 1))
    assert reap_abandoned_tasks() == 1
    work()
    assert tasks.done == ["left behind"]


def test_a_task_within_its_lease_is_left_alone(settings: LazySettings) -> None:
    running_since(timedelta(seconds=settings.TASK_LEASE_SECONDS - 5))
    assert reap_abandoned_tasks() == 0
    work()
    assert tasks.done == []


def test_a_task_that_kills_every_worker_is_given_up(settings: LazySettings) -> None:
    row = running_since(timedelta(hours=1), attempts=settings.TASK_MAX_ATTEMPTS)
    reap_abandoned_tasks()
    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED


def test_finished_tasks_are_forgotten_after_a_week_and_waiting_ones_never() -> None:
    for word in ("old", "new"):
        tasks.note.enqueue(word)
    work()
    old = DBTaskResult.objects.first()
    assert old is not None
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=8))
    tasks.note.using(run_after=timezone.now() + timedelta(days=9)).enqueue("later")
    assert prune_finished_tasks() == 1
    assert DBTaskResult.objects.count() == 2


def test_a_periodic_job_is_begun_once_in_its_period_by_all_workers(settings: LazySettings) -> None:
    settings.PERIODIC_JOBS = [("tests.site.tasks.job", 60)]
    work()
    work()
    assert tasks.done == ["job"]
    PeriodicJob.objects.update(last_started_at=timezone.now() - timedelta(seconds=61))
    work()
    assert tasks.done == ["job", "job"]


def test_a_broken_job_stops_neither_the_others_nor_the_tasks(
    settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.PERIODIC_JOBS = [("tests.site.tasks.broken_job", 60), ("tests.site.tasks.job", 60)]
    tasks.note.enqueue("task")
    with caplog.at_level(logging.ERROR):
        work()
    assert tasks.done == ["job", "task"]
    assert "broken_job" in caplog.text
    assert "ana@" not in caplog.text


def test_a_job_that_does_not_exist_is_an_error_at_the_start(settings: LazySettings) -> None:
    settings.PERIODIC_JOBS = [("tests.site.tasks.nobody", 60)]
    with pytest.raises(ImportError, match="nobody"):
        work()
