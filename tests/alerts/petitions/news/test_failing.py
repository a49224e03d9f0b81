"""A mail server that fails delays mail and loses none; a worker that dies sends nothing twice."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from pytest_django import Settings

from alerts.petitions import news
from alerts.petitions.models import Petition, Update, UpdateMail
from alerts.petitions.news.queue import send_due, send_next
from tests.factories.news import UpdateFactory, reader
from tests.factories.petitions import PetitionFactory
from tests.support.mail_server import MailServer, mail_server
from tests.support.threads import at_once

__all__ = ["mail_server"]


@pytest.fixture
def petition(db: None) -> Petition:
    found: Petition = PetitionFactory()
    return found


def begin(petition: Petition, *emails: str) -> Update:
    for email in emails:
        reader(petition, email)
    update: Update = UpdateFactory(petition=petition)
    news.start(update=update)
    return update


def test_while_the_server_is_away_mails_wait_and_then_they_go(
    petition: Petition, settings: Settings, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)
    update = begin(petition, *(f"{number}@example.org" for number in range(8)))
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send_due() == 0
    assert UpdateMail.objects.filter(attempts__gt=0).count() == 3
    for _look in range(30):
        time_machine.shift(timedelta(hours=1))
        send_due()
    assert news.numbers_of(update) == news.Numbers(queued=8)

    settings.EMAIL_BACKEND = working
    time_machine.shift(timedelta(hours=6))
    assert send_due() == 8
    update.refresh_from_db()
    assert update.state == Update.State.SENT


def test_an_address_that_the_server_refuses_fails_alone(
    petition: Petition, mail_server: MailServer
) -> None:
    update = begin(petition, "gone@example.org")
    mail_server.at_recipient = "550 No such user gone@example.org"
    send_due()
    assert news.numbers_of(update) == news.Numbers(failed=1)


def test_an_address_that_the_server_does_not_take_now_is_tried_again(
    petition: Petition, mail_server: MailServer, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)
    update = begin(petition, "greylisted@example.org")
    mail_server.at_recipient = "451 Come back later"
    send_due()
    assert news.numbers_of(update) == news.Numbers(queued=1)

    mail_server.at_recipient = ""
    time_machine.shift(60)
    assert send_due() == 1
    assert "act/unsubscribe" in str(mail_server.mails[0]["List-Unsubscribe"])


def test_a_mail_that_fails_for_days_is_given_up(
    petition: Petition, mail_server: MailServer, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)
    update = begin(petition, "never@example.org")
    mail_server.at_data = "451 Come back later"
    send_due()
    for _look in range(19):
        assert news.numbers_of(update) == news.Numbers(queued=1)
        time_machine.shift(timedelta(hours=6))
        send_due()
    assert news.numbers_of(update) == news.Numbers(failed=1)


def test_an_address_that_cannot_be_written_does_not_hold_up_the_others(
    petition: Petition,
) -> None:
    update = begin(petition, "ana@example.org", "not an address\n")
    send_due()
    assert news.numbers_of(update) == news.Numbers(accepted=1, failed=1)


def test_an_update_without_words_in_the_main_language_goes_in_another(petition: Petition) -> None:
    update = begin(petition, "ana@example.org")
    update.texts.update(locale="es")

    assert news.readers_of(update) == [news.Readers("en", 1, "es")]
    assert send_due() == 1
    assert "español" in str(mail.outbox[0].body).lower()


def test_a_mail_that_fails_as_nobody_foresaw_holds_up_no_other(
    petition: Petition, caplog: pytest.LogCaptureFixture, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)
    broken = begin(petition, "first@example.org")
    broken.texts.all().delete()
    other = begin(PetitionFactory(), "second@example.org")
    UpdateMail.objects.filter(update=other).update(next_attempt_at=timezone.now())

    send_due()

    assert [message.to for message in mail.outbox] == [["second@example.org"]]
    assert news.numbers_of(broken) == news.Numbers(queued=1)
    assert "DoesNotExist" in caplog.text
    assert "first@example.org" not in caplog.text


def test_a_mail_that_breaks_a_statement_of_the_database_holds_up_no_other(
    petition: Petition, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = begin(petition, "first@example.org", "second@example.org")
    sent: list[UpdateMail] = []

    def breaking(mail: UpdateMail) -> bool:
        sent.append(mail)
        if len(sent) == 1:
            Update.objects.create(petition_id=None)
        return True

    monkeypatch.setattr("alerts.petitions.news.queue.send_to_signer", breaking)
    send_due()

    assert news.numbers_of(update) == news.Numbers(accepted=1, queued=1)


class Killed(BaseException):
    """What ends a process at once."""


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_worker_that_dies_over_a_mail_leaves_it_to_the_next(
    petition: Petition, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    update = begin(petition, "ana@example.org")
    handing_over = EmailBackend.send_messages

    def dying(backend: EmailBackend, messages: Any) -> int:
        if moment == "after":
            handing_over(backend, messages)
        raise Killed

    monkeypatch.setattr(EmailBackend, "send_messages", dying)
    with pytest.raises(Killed):
        send_due()
    monkeypatch.undo()

    assert send_due() == 1
    assert news.numbers_of(update) == news.Numbers(accepted=1)
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_two_workers_send_each_mail_once() -> None:
    update = begin(PetitionFactory(), *(f"{number}@example.org" for number in range(6)))
    at_once(send_due, send_due, send_due)
    assert sorted(message.to[0][0] for message in mail.outbox) == list("012345")
    assert news.numbers_of(update) == news.Numbers(accepted=6)
    assert send_next() is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_of_two_updates_sent_at_the_same_moment_one_is_too_soon() -> None:
    petition = PetitionFactory()
    reader(petition, "ana@example.org")
    refused: list[type[Exception]] = []

    def start(update: Update) -> None:
        try:
            news.start(update=update)
        except news.UpdateError as error:
            refused.append(type(error))

    drafts = UpdateFactory.create_batch(2, petition=petition)
    at_once(*(partial(start, draft) for draft in drafts))
    assert refused == [news.TooSoon]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_a_double_click_sends_it_once() -> None:
    petition = PetitionFactory()
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    refused: list[type[Exception]] = []

    def start() -> None:
        try:
            news.start(update=update)
        except news.UpdateError as error:
            refused.append(type(error))

    at_once(start, start)
    send_due()
    assert refused == [news.AlreadyBegun]
    assert len(mail.outbox) == 1
