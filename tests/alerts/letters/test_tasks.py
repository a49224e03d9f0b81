"""Asking a writer to confirm: in their language, not too often, with nothing they typed."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from alerts.letters.models import Message
from alerts.letters.tasks import mail_forgotten, mail_message_confirmation
from alerts.supporters.confirmation import read_confirmation
from alerts.supporters.mail import MailNotSent
from tests.factories.letters import DeliveryFactory, MessageFactory
from tests.factories.supporters import ConsentFactory
from tests.support.queue import queued

pytestmark = pytest.mark.django_db


def ask(message: Message) -> None:
    mail_message_confirmation.call(str(message.pk))


def test_the_mail_leads_to_the_page_where_this_message_is_confirmed() -> None:
    message = MessageFactory(email="Ana@example.org", version__locale="es")
    ask(message)
    sent = mail.outbox[0]
    assert sent.to == ["Ana@example.org"]
    link = next(line for line in str(sent.body).splitlines() if line.startswith("http"))
    assert "/es/act/confirm/" in link
    assert read_confirmation(link.rstrip("/").rsplit("/", 1)[1]) == ("message", message.pk)


def test_the_mail_names_the_letter_its_officials_and_the_consent_but_nothing_typed() -> None:
    typed = dict.fromkeys(["name", "city", "zip", "subject", "body"], "TYPED http://spam.example")
    message = MessageFactory(typed=typed)
    DeliveryFactory(message=message, official__name="Rosa <Vega> & Co", state="pending")
    consent = ConsentFactory(act=message.pk)
    ask(message)
    sent = mail.outbox[0]
    assert isinstance(sent, EmailMultiAlternatives)
    html = str(sent.alternatives[0][0])
    assert sent.subject == "Please confirm your letter: Write about the river"
    assert "- Rosa <Vega> & Co" in str(sent.body)
    assert "Rosa &lt;Vega&gt; &amp; Co" in html
    for part in (sent.subject, str(sent.body), html):
        assert "TYPED" not in part
        assert "spam" not in part
    assert consent.text.organisation.name in str(sent.body)
    assert "48 hours" in str(sent.body)


def test_running_a_task_twice_sends_one_mail() -> None:
    message = MessageFactory()
    ask(message)
    ask(message)
    assert len(mail.outbox) == 1
    assert Message.objects.get().mails_sent == 1


def test_an_address_is_asked_five_times_a_day_at_most_whatever_is_written() -> None:
    first = MessageFactory(email="ana@example.org")
    others = MessageFactory.create_batch(7, email="ana@example.org", version=first.version)
    for message in (first, *others):
        ask(message)
    assert len(mail.outbox) == 5
    ask(MessageFactory(email="ana@example.org"))
    assert len(mail.outbox) == 6
    with time_machine.travel(timezone.now() + timedelta(days=1, seconds=1)):
        ask(others[-1])
    assert len(mail.outbox) == 7


@pytest.mark.parametrize("state", ["confirmed", "lapsed", "withdrawn", "by_hand"])
def test_only_a_pending_message_is_asked_about(state: str) -> None:
    ask(MessageFactory(state=state))
    assert mail.outbox == []


@pytest.mark.usefixtures("no_mail_server")
def test_a_mail_that_did_not_go_is_not_noted_and_its_error_names_nobody() -> None:
    message = MessageFactory(email="ana@example.org")
    with pytest.raises(MailNotSent) as refused:
        ask(message)
    assert "ana" not in str(refused.value)
    assert Message.objects.get().mails_sent == 0


def test_a_message_that_is_gone_is_an_error_without_a_mail() -> None:
    with pytest.raises(Message.DoesNotExist):
        mail_message_confirmation.call(str(uuid4()))
    assert mail.outbox == []


def test_a_message_that_was_never_asked_about_is_asked_about_by_the_clock() -> None:
    message = MessageFactory(created_at=timezone.now() - timedelta(hours=2))
    MessageFactory(created_at=timezone.now() - timedelta(hours=2), mails_sent=1)
    assert mail_forgotten() == 1
    waiting = queued("mail_message_confirmation").get()
    assert waiting.args_kwargs == {"args": [str(message.pk)], "kwargs": {"unless_sent": True}}
