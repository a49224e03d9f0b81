"""One reminder after a day, for an address and a petition, and never for what is settled."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils.module_loading import import_string
from pytest_django import Settings

from alerts.petitions.models import Petition, Signature
from alerts.petitions.services import confirm_by_code, erase_unconfirmed, remind_unconfirmed
from alerts.petitions.tasks import mail_reminder
from alerts.supporters.confirmation import read_confirmation
from altavoz.worker import Worker
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.mailbox import code_in, link_in
from tests.support.queue import queued

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def mailed(*, ago: timedelta = timedelta(days=1), **facts: Any) -> Signature:
    at = NOW - ago
    signature: Signature = SignatureFactory(
        signed_at=at, last_mail_at=at, **{"mails_sent": 1, **facts}
    )
    return signature


def remind() -> None:
    remind_unconfirmed()
    for waiting in queued("mail_reminder"):
        mail_reminder.call(*waiting.args_kwargs["args"])


def test_who_has_not_confirmed_for_a_day_is_reminded_once(clock: Any) -> None:
    signature = mailed(ago=timedelta(hours=23))
    remind()
    assert mail.outbox == []
    for _ in range(4):
        clock.shift(timedelta(hours=12))
        remind()
    assert len(mail.outbox) == 1
    assert "Reminder" in mail.outbox[0].subject
    token = link_in(str(mail.outbox[0].body)).rstrip("/").rsplit("/", 1)[1]
    assert read_confirmation(token) == ("signature", signature.pk)


def test_the_code_of_the_reminder_confirms() -> None:
    signature = mailed()
    remind()
    code = code_in(str(mail.outbox[0].body))
    assert confirm_by_code(signature_id=signature.pk, code=code).state == "counted"


def test_an_address_that_was_typed_often_is_reminded_once() -> None:
    version = PublishedPetitionFactory()
    for _ in range(4):
        mailed(version=version, email="ana@example.org")
    remind()
    assert len(mail.outbox) == 1
    assert remind_unconfirmed() == 0


def test_nobody_else_is_reminded() -> None:
    mailed(state="counted")
    SignatureFactory(signed_at=NOW - timedelta(days=2))
    mailed(ago=timedelta(days=8))
    mailed(version=PublishedPetitionFactory(petition__confirms=False))
    remind()
    assert mail.outbox == []


OVER = [
    {"state": "closed"},
    {"state": "won"},
    {"state": "paused"},
    {"archived_at": NOW},
    {"closes_at": NOW},
]


@pytest.mark.parametrize("over", OVER)
def test_nobody_is_reminded_of_a_petition_that_is_not_open_any_more(over: dict[str, Any]) -> None:
    mailed()
    Petition.objects.update(**over)
    assert remind_unconfirmed() == 0


def test_nobody_is_reminded_of_a_petition_that_ends_between_the_look_and_the_mail() -> None:
    mailed()
    assert remind_unconfirmed() == 1
    Petition.objects.update(state="won")
    remind()
    assert mail.outbox == []


def test_who_confirmed_between_the_look_and_the_mail_is_left_alone() -> None:
    signature = mailed()
    remind_unconfirmed()
    Signature.objects.filter(pk=signature.pk).update(state="counted")
    remind()
    Signature.objects.all().delete()
    remind()
    assert mail.outbox == []


def test_the_link_of_a_reminder_lives_as_long_as_any_and_then_all_is_erased(
    clock: Any, settings: Settings
) -> None:
    mailed()
    remind()
    clock.shift(timedelta(days=settings.CONFIRMATION_DAYS, hours=23))
    assert erase_unconfirmed() == 0
    clock.shift(timedelta(hours=1))
    assert erase_unconfirmed() == 1


def test_more_than_one_run_takes_are_reminded_by_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alerts.petitions.tasks.AT_ONCE", 2)
    for hours in range(3):
        mailed(ago=timedelta(days=2, hours=hours))
    assert remind_unconfirmed() == 2
    Worker(interval=0).run_what_is_due()
    assert remind_unconfirmed() == 1


def test_the_clock_knows_the_job(settings: Settings) -> None:
    job = "alerts.petitions.services.remind_unconfirmed"
    assert job in dict(settings.PERIODIC_JOBS)
    assert callable(import_string(job))
