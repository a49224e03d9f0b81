"""The queue of deliveries: nothing is lost, nothing is sent twice knowingly."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.utils import timezone

from alerts.letters import queue
from alerts.letters.channels.mail import ServerMail
from alerts.letters.models import Delivery, Letter, Message
from alerts.letters.queue import LEASE, MOST_ATTEMPTS, PAUSES, attempt, deliver_due, take
from alerts.letters.services import confirm_message
from alerts.letters.tasks import deliver_letters, look_for_deliveries
from tests.factories.letters import DeliveryFactory, FormOfficialFactory, MessageFactory
from tests.support.mail_server import MailServer
from tests.support.queue import queued

pytestmark = pytest.mark.django_db


def later(pause: timedelta) -> time_machine.travel:
    return time_machine.travel(timezone.now() + pause + timedelta(seconds=1), tick=False)


def test_a_confirmed_message_reaches_each_office_once(mail_server: MailServer) -> None:
    message = MessageFactory(email="ana@example.org")
    deliveries = DeliveryFactory.create_batch(2, message=message, state="pending")
    deliver_letters.call()
    assert mail_server.envelopes == []
    confirm_message(message_id=message.pk)
    deliver_letters.call()
    deliver_letters.call()
    recipients = sorted(envelope.rcpt_tos[0] for envelope in mail_server.envelopes)
    assert recipients == sorted(delivery.official.email for delivery in deliveries)
    assert {row.state for row in Delivery.objects.all()} == {"accepted"}
    assert all(row.accepted_at is not None for row in Delivery.objects.all())


def test_the_text_is_forgotten_with_the_last_delivery(mail_server: MailServer) -> None:
    message = MessageFactory(state="confirmed")
    first, last = DeliveryFactory.create_batch(2, message=message)
    Delivery.objects.filter(pk=last.pk).update(next_attempt_at=timezone.now() + timedelta(hours=1))
    deliver_due()
    assert Message.objects.get().unseal() != {}
    with later(timedelta(hours=1)):
        deliver_due()
    assert Message.objects.get().unseal() == {}
    assert Message.objects.get().email_hash == message.email_hash
    assert len(mail_server.mails) == 2
    assert first.mail_id in {mail["Message-ID"] for mail in mail_server.mails}


def test_a_leased_delivery_is_nobody_elses() -> None:
    delivery = DeliveryFactory()
    leased = take()
    assert leased == delivery
    assert take() is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == ("sending", 1)


def test_a_worker_killed_before_the_mail_went_loses_nothing(mail_server: MailServer) -> None:
    DeliveryFactory()
    take()
    with later(LEASE):
        assert deliver_due().taken == 1
    assert Delivery.objects.get().state == "accepted"
    assert len(mail_server.mails) == 1


def test_a_worker_killed_after_the_mail_went_repeats_it_under_the_same_id(
    mail_server: MailServer,
) -> None:
    DeliveryFactory()
    leased = take()
    assert leased is not None
    ServerMail().deliver(leased)
    with later(LEASE):
        deliver_due()
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == 1
    assert len(mail_server.mails) == 2


def test_a_worker_that_outlived_its_lease_leaves_the_row_to_the_next(
    mail_server: MailServer,
) -> None:
    DeliveryFactory()
    stale = take()
    with later(LEASE):
        current = take()
        assert stale is not None
        assert current is not None
        attempt(stale)
        assert Delivery.objects.get().state == "sending"
        attempt(current)
        assert Delivery.objects.get().state == "accepted"
    assert len(mail_server.mails) == 2


def test_a_delivery_whose_last_attempt_never_ended_fails_instead_of_going_round_for_ever() -> None:
    delivery = DeliveryFactory(
        state="sending", attempts=MOST_ATTEMPTS, lease_until=timezone.now() - timedelta(minutes=1)
    )
    assert take() is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == ("failed", "The last attempt did not end.")
    assert Message.objects.get().unseal() == {}


@pytest.mark.parametrize("answer", ["450 4.2.1 Try later", "421 4.3.2 Going down"])
def test_an_office_that_asks_to_wait_is_asked_again_later(
    mail_server: MailServer, answer: str
) -> None:
    DeliveryFactory()
    mail_server.at_recipient = answer
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        deliver_letters.call()
        assert deliver_due().taken == 0
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.next_attempt_at) == ("queued", now + PAUSES[0])
    assert answer[4:] in delivery.error
    assert queued().get().run_after == now + PAUSES[0]
    mail_server.at_recipient = ""
    with later(PAUSES[0]):
        deliver_due()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error, delivery.attempts) == ("accepted", "", 2)


@pytest.mark.usefixtures("no_mail_server")
def test_attempts_end_and_the_text_is_forgotten() -> None:
    DeliveryFactory()
    for pause in (timedelta(0), *PAUSES):
        with later(pause):
            look = deliver_due()
            assert look.taken == 1
        Delivery.objects.filter(state="queued").update(next_attempt_at=timezone.now())
    assert look.again_at is None
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts) == ("failed", MOST_ATTEMPTS)
    assert "ConnectionRefusedError" in delivery.error
    assert Message.objects.get().unseal() == {}


def test_a_refusal_for_good_is_not_repeated(mail_server: MailServer) -> None:
    mail_server.at_recipient = "550 5.1.1 No such office"
    DeliveryFactory()
    assert deliver_due() == queue.Look(taken=1, again_at=None)
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts) == ("failed", 1)
    assert "550 5.1.1 No such office" in delivery.error


def test_one_letter_that_cannot_go_does_not_hold_up_the_others(mail_server: MailServer) -> None:
    broken = DeliveryFactory(message__typed={"email": "ana@example.org\r\nBcc: x@example.org"})
    sound = DeliveryFactory()
    deliver_due()
    broken.refresh_from_db()
    sound.refresh_from_db()
    assert (broken.state, sound.state) == ("failed", "accepted")
    assert len(mail_server.mails) == 1


def test_a_row_of_another_channel_is_never_mailed(mail_server: MailServer) -> None:
    DeliveryFactory(official=FormOfficialFactory(), channel="form")
    deliver_due()
    assert Delivery.objects.get().state == "failed"
    assert mail_server.mails == []


def test_a_long_queue_is_worked_off_look_by_look(
    mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "AT_ONCE", 2)
    DeliveryFactory.create_batch(3)
    deliver_letters.call()
    assert len(mail_server.mails) == 2
    assert queued().count() == 1
    deliver_letters.call()
    assert len(mail_server.mails) == 3
    assert queued().count() == 1


def test_the_clock_can_ask_for_a_look() -> None:
    look_for_deliveries()
    assert queued("deliver_letters").count() == 1


def test_a_broken_connection_is_worth_another_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise SMTPServerDisconnected("connection lost")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", broken)
    DeliveryFactory()
    deliver_due()
    assert Delivery.objects.get().state == "queued"


def test_deliveries_of_a_paused_letter_wait_until_it_goes_on(mail_server: MailServer) -> None:
    DeliveryFactory()
    Letter.objects.update(state="paused")
    assert deliver_due().taken == 0
    assert mail_server.envelopes == []
    Letter.objects.update(state="open")
    assert deliver_due().taken == 1
    assert len(mail_server.envelopes) == 1


@pytest.mark.parametrize("changes", [{"state": "closed"}, {"archived_at": timezone.now()}])
def test_deliveries_of_a_closed_letter_are_withdrawn_and_forgotten(
    mail_server: MailServer, changes: dict[str, object]
) -> None:
    DeliveryFactory()
    Letter.objects.update(**changes)
    deliver_due()
    assert mail_server.envelopes == []
    assert Delivery.objects.get().state == "withdrawn"
    assert Message.objects.get().unseal() == {}


def test_what_was_confirmed_before_a_deadline_still_goes(mail_server: MailServer) -> None:
    DeliveryFactory()
    Letter.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    deliver_due()
    assert len(mail_server.envelopes) == 1
