"""What happens at the same moment on PostgreSQL still happens once."""

import time
from functools import partial

import pytest

from alerts.letters.erasing import erase_if_finished
from alerts.letters.models import Delivery, Message, PublishedLetter
from alerts.letters.queue import attempt, deliver_due, take
from alerts.letters.services import confirm_message, send_message
from alerts.letters.tasks import mail_message_confirmation
from alerts.officials.models import Official
from tests.factories.letters import (
    DeliveryFactory,
    MailedOfficialFactory,
    MessageFactory,
    PublishedLetterFactory,
)
from tests.support.mail_server import MailServer
from tests.support.threads import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("needs_postgresql"),
]


def write(version: PublishedLetter, official: Official) -> None:
    send_message(
        version=version,
        officials=[official],
        name="Ana",
        email="ana@example.org",
        zip_code="60614",
        city="",
        state="IL",
        district="",
        subject="The river",
        body="Open the path.",
    )


def test_several_workers_send_each_letter_once(mail_server: MailServer) -> None:
    deliveries = DeliveryFactory.create_batch(12)
    at_once(*[deliver_due] * 4)
    ids = sorted(mail["Message-ID"] for mail in mail_server.mails)
    assert ids == sorted(delivery.mail_id for delivery in deliveries)
    assert set(Delivery.objects.values_list("state", "attempts")) == {("accepted", 1)}


def test_a_double_click_makes_one_message() -> None:
    version, rosa = PublishedLetterFactory(), MailedOfficialFactory()
    at_once(*[partial(write, version, rosa)] * 3)
    assert Message.objects.count() == Delivery.objects.count() == 1


def test_two_messages_of_one_address_confirmed_at_once_write_an_official_once() -> None:
    for _ in range(5):
        rosa, version = MailedOfficialFactory(), PublishedLetterFactory()
        messages = MessageFactory.create_batch(3, version=version, email="ana@example.org")
        for message in messages:
            DeliveryFactory(message=message, official=rosa, state="pending")
        at_once(*[partial(confirm_message, message_id=message.pk) for message in messages])
        states = sorted(rosa.deliveries.values_list("state", flat=True))
        assert states == ["queued", "withdrawn", "withdrawn"]


@pytest.mark.usefixtures("mail_server")
def test_of_two_last_deliveries_that_end_at_once_one_forgets_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def erase_slowly(message: Message) -> None:
        time.sleep(0.3)
        erase_if_finished(message)

    monkeypatch.setattr("alerts.letters.queue.erase_if_finished", erase_slowly)
    message = MessageFactory(state="confirmed")
    DeliveryFactory.create_batch(2, message=message)
    leased = [take(), take()]
    at_once(*[partial(attempt, delivery) for delivery in leased if delivery])
    message.refresh_from_db()
    assert message.unseal() == {}


def test_two_equal_tasks_at_once_send_one_mail(mail_server: MailServer) -> None:
    message = MessageFactory()
    at_once(*[partial(mail_message_confirmation.call, str(message.pk))] * 2)
    assert Message.objects.get().mails_sent == 1
    assert len(mail_server.mails) == 1
