"""The mails to contacts: in their language, once, and with nothing in them that bombs a list."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from coalition import tasks
from coalition.facts import Facts, Speaker
from coalition.models import Contact, Endorser
from coalition.services import change_status, join, mail_forgotten
from tests.factories.coalition import ContactFactory, EndorserFactory, PublishedStatementFactory
from tests.support.mailbox import link_in
from tests.support.queue import work

pytestmark = pytest.mark.django_db
SPAM = Facts(
    is_person=False,
    name="Win a prize at once",
    affiliation="",
    scope="national",
    places=(),
    nation="",
    city="Prizeville",
    kind="other",
    languages=(),
    website="https://prize.example",
)


def told(contact: Contact, status: str) -> None:
    """Staff decide, and the mail is queued."""
    change_status(endorser_id=contact.endorser_id, to=status)
    task = tasks.mail_approved if status == "approved" else tasks.mail_declined
    task.enqueue(str(contact.pk))


def bodies() -> list[str]:
    """Everything in the mails, texts and HTML."""
    return [
        f"{message.subject}{message.body}{alternative}"
        for message in mail.outbox
        for alternative, _kind in message.alternatives  # type: ignore[attr-defined] # all have both
    ]


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_the_confirmation_repeats_nothing_that_was_typed(locale: str) -> None:
    version = PublishedStatementFactory(locale=locale)
    join(version=version, facts=SPAM, speaker=Speaker("Prize", "Prizes", "victim@example.org"))
    work()

    [body] = bodies()
    assert mail.outbox[0].to == ["victim@example.org"]
    assert mail.outbox[0].extra_headers["Content-Language"] == locale
    assert version.title in body
    assert "rize" not in body
    assert f"/{locale}/act/confirm/" in body


def test_an_address_gets_five_confirmations_a_day_at_most() -> None:
    version = PublishedStatementFactory()
    for number in range(9):
        facts = replace(SPAM, city=f"Prizeville {number}")
        join(version=version, facts=facts, speaker=Speaker("x", "", "victim@example.org"))
    work()

    assert len(mail.outbox) == 5


def test_a_forgotten_confirmation_is_mailed_by_the_clock(time_machine: Any) -> None:
    ContactFactory(pending=True)
    assert mail_forgotten() == 0

    time_machine.move_to(timezone.now() + timedelta(hours=2))
    assert mail_forgotten() == 1
    work()
    assert len(mail.outbox) == 1
    assert mail_forgotten() == 0


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_the_approved_are_told_where_they_are_listed_and_how_to_leave(
    client: Any, locale: str
) -> None:
    contact = ContactFactory(
        version=PublishedStatementFactory(locale=locale),
        endorser=EndorserFactory(status="confirmed", name="River Neighbors"),
    )
    told(contact, "approved")
    work()

    message = mail.outbox[0]
    assert message.extra_headers["Content-Language"] == locale
    assert "River Neighbors" in message.body
    assert "/en/coalition/families/" in message.body
    assert f"/{locale}/act/entry/" in message.body
    entry = next(line for line in message.body.splitlines() if "/act/entry/" in line)
    assert client.get(link_in(entry)).status_code == 200


def test_the_declined_are_told_kindly_and_a_person_not_by_name() -> None:
    ana = EndorserFactory(person=True, status="confirmed", name="Ana Ruiz")
    told(ContactFactory(endorser=ana, name="Ana Ruiz"), "declined")
    work()

    [body] = bodies()
    assert "decided not to list it" in body
    assert "Ana Ruiz" not in body


def test_equal_tasks_mail_once_and_another_decision_is_told_again() -> None:
    contact = ContactFactory(endorser=EndorserFactory(status="confirmed"))
    told(contact, "approved")
    for _again in range(3):
        tasks.mail_approved.enqueue(str(contact.pk))
    work()
    assert len(mail.outbox) == 1

    told(contact, "declined")
    work()
    assert len(mail.outbox) == 2


def test_a_decision_that_was_taken_back_is_not_told() -> None:
    contact = ContactFactory(endorser=EndorserFactory(status="confirmed"))
    told(contact, "approved")
    change_status(endorser_id=contact.endorser_id, to="withdrawn")
    work()

    assert mail.outbox == []


def test_whoever_has_not_confirmed_is_not_written_to() -> None:
    contact = ContactFactory(pending=True, endorser=EndorserFactory(status="submitted"))
    told(contact, "approved")
    work()

    assert mail.outbox == []


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_a_question_is_mailed_once_and_forgotten(locale: str) -> None:
    contact = ContactFactory(
        version=PublishedStatementFactory(locale=locale),
        typed={"question": "Which city?\nAnd <who> signs?"},
    )
    for _twice in range(2):
        tasks.mail_question.enqueue(str(contact.pk))
    work()

    [message] = mail.outbox
    assert "Which city?\nAnd <who> signs?" in message.body
    assert "&lt;who&gt;" in bodies()[0]
    assert f"/{locale}/act/entry/" in message.body
    contact.refresh_from_db()
    assert "question" not in contact.unseal()
    assert contact.unseal()["name"] == "Bo Okafor"


def test_a_question_to_somebody_who_has_left_is_forgotten() -> None:
    contact = ContactFactory(typed={"question": "Which city?"})
    change_status(endorser_id=contact.endorser_id, to="withdrawn")
    tasks.mail_question.enqueue(str(contact.pk))
    work()

    contact.refresh_from_db()
    assert mail.outbox == []
    assert "question" not in contact.unseal()


def test_a_question_waits_while_the_mail_server_is_away(no_mail_server: None) -> None:
    contact = ContactFactory(typed={"question": "Which city?"})
    tasks.mail_question.enqueue(str(contact.pk))
    work()

    contact.refresh_from_db()
    assert contact.unseal()["question"] == "Which city?"


def test_a_contact_that_is_gone_stops_no_task() -> None:
    contact = ContactFactory(endorser=EndorserFactory(status="confirmed"))
    told(contact, "approved")
    for task in (tasks.mail_question, tasks.mail_confirmation, tasks.mail_entry_links):
        task.enqueue(str(contact.pk))
    Endorser.objects.filter(pk=contact.endorser_id).delete()
    work()

    assert mail.outbox == []


def test_a_contact_entered_without_a_statement_is_told_as_well() -> None:
    contact = ContactFactory(
        version=None, state="entered", endorser=EndorserFactory(status="confirmed")
    )
    told(contact, "approved")
    work()

    assert mail.outbox[0].subject == "Your entry is listed"
