"""Whoever asked for a correction is told what became of it: once, and nobody else."""

import pytest
from django.core import mail
from django.test import Client

from coalition import tasks
from coalition.facts import Speaker
from coalition.models import Contact, Endorser
from coalition.services import change_status
from coalition.services.contacts import set_contact
from coalition.services.moderation import accept_correction, drop_correction
from tests.factories.coalition import (
    ContactFactory,
    CorrectionFactory,
    EndorsementFactory,
    EndorserFactory,
    PublishedStatementFactory,
)
from tests.support.mailbox import link_in
from tests.support.queue import work

pytestmark = pytest.mark.django_db
ANSWERS = {"accepted": accept_correction, "dropped": drop_correction}


def corrected(locale: str = "en", status: str = "approved", **changes: str) -> Endorser:
    """An organization whose contact writes ``locale`` and asks for ``changes``."""
    endorser: Endorser = EndorserFactory(name="River Neighbors", status=status)
    version = PublishedStatementFactory(locale=locale)
    ContactFactory(endorser=endorser, version=version, email="bo@river.example.org")
    waits = status != "approved"
    EndorsementFactory(endorser=endorser, statement=version.statement, waiting=waits)
    CorrectionFactory(endorser=endorser, changes=changes or {"city": "Evanston"})
    return endorser


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
@pytest.mark.parametrize("outcome", ANSWERS)
def test_the_contact_is_told_in_their_own_language_and_can_go_on(
    client: Client, outcome: str, locale: str
) -> None:
    endorser = corrected(locale)

    ANSWERS[outcome](endorser=endorser, by=None)
    work()

    [message] = mail.outbox
    assert message.to == ["bo@river.example.org"]
    assert message.extra_headers["Content-Language"] == locale
    assert "River Neighbors" in message.body
    entry = next(line for line in message.body.splitlines() if "/act/entry/" in line)
    assert f"/{locale}/act/entry/" in entry
    assert client.get(link_in(entry)).status_code == 200


def test_what_was_taken_over_is_said_to_be_public_only_where_it_is() -> None:
    accept_correction(endorser=corrected(), by=None)
    accept_correction(endorser=corrected(status="confirmed"), by=None)
    work()

    listed, waiting = (message.body for message in mail.outbox)
    assert "The public list shows it now." in listed
    assert "/en/coalition/families/" in listed
    assert "not public yet" in waiting
    assert "/en/coalition/families/" not in waiting


def test_a_dropped_correction_names_whom_to_turn_to() -> None:
    drop_correction(endorser=corrected(), by=None)
    work()

    [message] = mail.outbox
    assert "left the entry as it was" in message.body
    assert "https://river.example.org/" in message.body


def test_equal_tasks_tell_once_and_nothing_is_kept_of_it() -> None:
    endorser = corrected()
    accept_correction(endorser=endorser, by=None)
    contact = Contact.objects.get(endorser=endorser)
    tasks.mail_correction_answered.enqueue(str(contact.pk))
    work()

    assert len(mail.outbox) == 1
    contact.refresh_from_db()
    assert contact.unseal().keys() == {"name", "email", "role"}


def test_of_two_corrections_the_answers_to_both_are_told() -> None:
    endorser = corrected()
    accept_correction(endorser=endorser, by=None)
    CorrectionFactory(endorser=endorser, changes={"city": "Springfield"})
    drop_correction(endorser=endorser, by=None)
    work()

    taken_over, left = (message.subject for message in mail.outbox)
    assert "was taken over" in taken_over
    assert "was not taken over" in left


def test_the_list_is_linked_only_where_the_entry_stands_on_it() -> None:
    endorser = corrected()
    endorser.endorsements.all().delete()
    accept_correction(endorser=endorser, by=None)
    work()

    [message] = mail.outbox
    assert "The public list shows it now." in message.body
    assert "/en/coalition/families/" not in message.body


def test_the_mail_waits_while_the_mail_server_is_away(no_mail_server: None) -> None:
    endorser = corrected()
    accept_correction(endorser=endorser, by=None)
    work()

    assert "corrections_answered" in Contact.objects.get(endorser=endorser).unseal()


def test_an_answer_to_staff_that_corrects_nothing_is_not_answered() -> None:
    drop_correction(endorser=corrected(answer="Yes, we are in Chicago."), by=None)
    work()

    assert mail.outbox == []


def test_whoever_left_meanwhile_is_not_told() -> None:
    endorser = corrected()
    accept_correction(endorser=endorser, by=None)
    change_status(endorser_id=endorser.pk, to=Endorser.Status.WITHDRAWN)
    work()

    assert mail.outbox == []


def test_somebody_new_at_another_address_is_not_told() -> None:
    endorser = corrected()
    accept_correction(endorser=endorser, by=None)
    set_contact(endorser=endorser, speaker=Speaker("Lu", "", "lu@river.example.org"), locale="en")
    work()

    assert mail.outbox == []


def test_nobody_is_told_where_the_contact_has_not_confirmed_or_is_gone() -> None:
    pending, alone = EndorserFactory(), EndorserFactory()
    ContactFactory(endorser=pending, pending=True)
    for endorser in (pending, alone):
        CorrectionFactory(endorser=endorser)
        accept_correction(endorser=endorser, by=None)
    work()

    assert mail.outbox == []
