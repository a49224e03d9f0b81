"""By the clock: no mail is forgotten, and nothing unconfirmed is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils.module_loading import import_string
from pytest_django import Settings

from alerts.petitions.entry import Entry
from alerts.petitions.models import Signature
from alerts.petitions.services import erase_unconfirmed, mail_forgotten, sign
from alerts.petitions.tasks import mail_confirmation
from alerts.supporters.models import Consent
from altavoz.worker import Worker
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory
from tests.support.queue import queued

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def signed(**ago: float) -> Signature:
    signature: Signature = SignatureFactory(signed_at=NOW - timedelta(**ago))
    return signature


def run_queue() -> None:
    for waiting in queued("mail_confirmation"):
        mail_confirmation.call(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])


def test_a_mail_server_that_is_away_for_a_day_loses_no_mail(settings: Settings) -> None:
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    mail_confirmation.enqueue(str(signed(seconds=0).pk))
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(24):
            Worker(interval=0).run_what_is_due()
            clock.shift(timedelta(hours=1))
        assert queued("mail_confirmation").filter(status="FAILED").exists()
        settings.EMAIL_BACKEND = working
        for _ in range(3):
            Worker(interval=0).run_what_is_due()
            clock.shift(timedelta(hours=1))
    assert len(mail.outbox) == 1


def test_only_what_was_never_mailed_and_can_still_be_confirmed_is_asked_about(
    settings: Settings,
) -> None:
    settings.CONFIRMATION_DAYS = 7
    forgotten = [signed(days=6, hours=23), signed(hours=1)]
    signed(minutes=59)
    signed(days=7, seconds=1)
    SignatureFactory(signed_at=NOW - timedelta(days=1), mails_sent=1)
    SignatureFactory(signed_at=NOW - timedelta(days=1), counted=True)
    assert mail_forgotten() == 2
    ids = {waiting.args_kwargs["args"][0] for waiting in queued("mail_confirmation")}
    assert ids == {str(signature.pk) for signature in forgotten}


def test_asking_about_the_forgotten_every_hour_sends_one_mail() -> None:
    signed(hours=2)
    for _ in range(3):
        mail_forgotten()
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(2):
            run_queue()
            clock.shift(timedelta(hours=1))
    assert len(mail.outbox) == 1


def test_what_was_over_the_days_mails_is_mailed_the_next_day() -> None:
    version = PublishedPetitionFactory()
    at = NOW - timedelta(hours=2)
    typed = {"version": version, "email": "ana@example.org", "signed_at": at}
    for signature in SignatureFactory.create_batch(6, **typed):
        mail_confirmation.call(str(signature.pk))
    assert len(mail.outbox) == 5
    for days, mails in [(0, 5), (1.1, 6), (2.2, 6)]:
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            mail_forgotten()
            run_queue()
        assert len(mail.outbox) == mails
    assert set(Signature.objects.values_list("mails_sent", flat=True)) == {1}


def test_one_burst_for_an_address_brings_no_more_than_a_mail_a_day() -> None:
    version = PublishedPetitionFactory()
    at = NOW - timedelta(hours=2)
    typed = {"version": version, "email": "ana@example.org", "signed_at": at}
    for signature in SignatureFactory.create_batch(12, **typed):
        mail_confirmation.call(str(signature.pk))
    for days, mails in [(0.5, 5), (1.1, 6), (1.5, 6), (2.2, 7)]:
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            mail_forgotten()
            run_queue()
        assert len(mail.outbox) == mails


def test_pending_signatures_and_their_consents_are_erased_when_their_links_are_dead(
    settings: Settings,
) -> None:
    settings.CONFIRMATION_DAYS = 7
    over, kept = signed(days=8), signed(days=7, hours=23)
    asked_late = SignatureFactory(
        signed_at=NOW - timedelta(days=14), last_mail_at=NOW - timedelta(days=7)
    )
    for signature in (over, kept, asked_late):
        ConsentFactory(act=signature.pk)
    assert erase_unconfirmed() == 1
    assert set(Signature.objects.all()) == {kept, asked_late}
    assert set(Consent.objects.values_list("act", flat=True)) == {kept.pk, asked_late.pk}


def test_a_worker_that_was_away_for_long_mails_what_waits_before_anything_is_erased() -> None:
    sign(version=PublishedPetitionFactory(), entry=Entry(name="Ana", email="ana@example.org"))
    with time_machine.travel(NOW + timedelta(days=30), tick=False) as clock:
        assert erase_unconfirmed() == 0
        run_queue()
        assert len(mail.outbox) == 1
        clock.shift(timedelta(days=7))
        assert erase_unconfirmed() == 0
        clock.shift(timedelta(days=1))
        assert erase_unconfirmed() == 1


def test_what_counts_without_confirming_is_counted_however_long_the_worker_was_away() -> None:
    version = PublishedPetitionFactory(petition__confirms=False)
    SignatureFactory(version=version, signed_at=NOW - timedelta(days=30))
    assert erase_unconfirmed() == 0
    assert mail_forgotten() == 1
    run_queue()
    assert version.petition.count == 1


def test_who_was_asked_to_confirm_before_that_was_switched_off_is_not_counted_by_it() -> None:
    version = PublishedPetitionFactory(petition__confirms=False)
    at = NOW - timedelta(days=8)
    SignatureFactory(version=version, signed_at=at, last_mail_at=at, mails_sent=1)
    assert mail_forgotten() == 0
    assert erase_unconfirmed() == 1


@pytest.mark.parametrize("state", [state for state in Signature.State if state != "pending"])
def test_what_was_confirmed_is_never_erased(state: Signature.State) -> None:
    signature = SignatureFactory(signed_at=NOW - timedelta(days=900), state=state)
    ConsentFactory(act=signature.pk, confirmed_at=NOW)
    assert erase_unconfirmed() == 0
    assert Consent.objects.in_force().exists()


def test_more_than_one_batch_is_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerts.petitions.lapsing.AT_ONCE", 2)
    for _ in range(5):
        signed(days=30)
    assert erase_unconfirmed() == 5
    assert not Signature.objects.exists()


def test_a_turn_of_the_clock_erases_some_and_the_next_ones_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alerts.petitions.lapsing.AT_ONCE", 1)
    monkeypatch.setattr("alerts.petitions.turns.BATCHES", 2)
    for _ in range(3):
        signed(days=30)
        SignatureFactory(signed_at=NOW - timedelta(days=30), last_mail_at=NOW - timedelta(days=8))
    assert [erase_unconfirmed() for _turn in range(3)] == [4, 2, 0]


@pytest.mark.parametrize(
    "job",
    [
        "alerts.petitions.services.mail_forgotten",
        "alerts.petitions.services.erase_unconfirmed",
        "alerts.letters.tasks.mail_forgotten",
    ],
)
def test_the_clock_knows_these_jobs(job: str, settings: Settings) -> None:
    assert job in dict(settings.PERIODIC_JOBS)
    assert callable(import_string(job))
