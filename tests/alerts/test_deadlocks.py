"""Two that wait for each other: PostgreSQL breaks off the reader's act, which begins once more."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from alerts.acts.guard import act
from alerts.petitions.models import Signature
from alerts.supporters.leaving import leave_url
from tests.factories.petitions import SignatureFactory
from tests.support.pages import HERE
from tests.support.threads import at_once

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def lock(signature: Signature) -> None:
    list(Signature.objects.select_for_update().filter(pk=signature.pk))


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_a_reader_who_leaves_amid_a_careless_batch_is_not_answered_with_an_error() -> None:
    rows = SignatureFactory.create_batch(2, email="ana@example.org", name="Ana")
    first, last = sorted(rows, key=lambda row: row.pk)
    Signature.objects.filter(pk=last.pk).update(version=first.version, petition=first.petition)
    held = threading.Event()
    answers: list[Any] = []

    @transaction.atomic
    def lock_the_wrong_way_round() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL deadlock_timeout = '20s'")
        lock(last)
        held.set()
        while not somebody_waits() and answers == []:
            time.sleep(0.01)
        lock(first)

    def leave() -> None:
        held.wait(10)
        address = "/" + leave_url("signature", first.pk, "en").split("/", 3)[3]
        answers.append(Client().post(address, {"step": "this"}, headers=HERE))

    at_once(lock_the_wrong_way_round, leave)
    assert answers[0].status_code == 302
    assert not Signature.objects.exists()


def failing(error: Exception, times: int) -> Callable[..., HttpResponse]:
    """An act that fails ``times`` times, then answers."""
    left = [error] * times

    def view(request: HttpRequest) -> HttpResponse:
        if left:
            raise left.pop()
        return HttpResponse("done")

    return act(view)


def broken(sqlstate: str) -> OperationalError:
    cause = Exception()
    cause.sqlstate = sqlstate  # type: ignore[attr-defined]  # as psycopg names it
    error = OperationalError()
    error.__cause__ = cause
    return error


def test_only_a_deadlock_is_tried_again_and_only_once() -> None:
    request = RequestFactory().post("/", headers=HERE)
    assert failing(broken("40P01"), 1)(request).content == b"done"
    for error, times in ((broken("40P01"), 2), (broken("57014"), 1), (ValueError(), 1)):
        with pytest.raises(type(error)):
            failing(error, times)(request)
