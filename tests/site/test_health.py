"""What a load balancer and whoever is on call read at /healthz."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from altavoz.models import PeriodicJob
from tests.site import tasks

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("tests.site.urls"),
    pytest.mark.usefixtures("empty_queue"),
    pytest.mark.smoke,
]


def test_a_well_site_says_so_and_is_asked_anew_each_time(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {
        "database": "ok",
        "migrations": "ok",
        "queue_age_seconds": 0,
        "worker_seen_seconds": None,
    }
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_the_queues_age_is_that_of_the_task_due_longest(client: Client) -> None:
    now = timezone.now()
    tasks.note.enqueue("waiting")
    DBTaskResult.objects.update(enqueued_at=now - timedelta(seconds=90))
    tasks.note.using(run_after=now + timedelta(hours=1)).enqueue("not due yet")
    tasks.note.using(run_after=now - timedelta(seconds=30)).enqueue("put back a while ago")
    assert client.get("/healthz").json()["queue_age_seconds"] in {90, 91}


def test_a_worker_that_fell_silent_can_be_seen(client: Client) -> None:
    long_ago = timezone.now() - timedelta(seconds=500)
    PeriodicJob.objects.create(name="reap", last_started_at=long_ago)
    assert client.get("/healthz").json()["worker_seen_seconds"] in {500, 501}


def test_a_database_that_lacks_a_migration_is_not_well(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="altavoz").delete()
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"database": "ok", "migrations": "pending"}


def test_an_unreachable_database_is_said_without_its_address(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OperationalError("connection to db.internal failed, password hunter2")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"database": "unreachable"}


def test_only_reading_is_allowed(client: Client, settings: LazySettings) -> None:
    assert client.post("/healthz").status_code == 405
