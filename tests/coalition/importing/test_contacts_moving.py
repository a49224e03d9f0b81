"""A list that brings another contact: nobody reads what was between staff and the one before."""

import pytest
from django.core import mail
from django.test import Client

from coalition.facts import Speaker
from coalition.importing import undo_import
from coalition.models import Contact, Correction, Endorser, ImportBatch
from coalition.services.contacts import set_contact
from coalition.services.moderation import ask
from tests.factories.coalition import CorrectionFactory
from tests.support.entries import entry_path
from tests.support.lists import CONTACT, HILL, bring, csv_of
from tests.support.queue import work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]
LISTED = {**HILL, **CONTACT}
ELSEWHERE = LISTED | {"contact_email": "new@hill.example.org"}
IN_ANOTHER_ROLE = LISTED | {"contact_role": "Chair"}


def hill() -> Endorser:
    found: Endorser = Endorser.objects.get(name="Hill House")
    return found


def ask_hill(question: str = "Which street?") -> None:
    ask(endorser=hill(), question=question, by=None)


def answer() -> None:
    """The contact asks for a change, and answers staff in confidence."""
    changes = {"city": "Akron", "answer": "Our treasurer is ill."}
    CorrectionFactory(endorser=hill(), changes=changes)


def test_at_another_address_nobody_finds_what_was_written_from_the_old_one(client: Client) -> None:
    bring(csv_of(LISTED))
    answer()

    bring(csv_of(ELSEWHERE))

    assert not Correction.objects.exists()
    page = client.get(entry_path(hill().contact)).content.decode()
    assert "treasurer" not in page


def test_a_question_for_the_old_address_is_not_mailed_to_the_new_one() -> None:
    bring(csv_of(LISTED))
    ask_hill()

    bring(csv_of(ELSEWHERE))
    work()

    assert mail.outbox == []


def test_a_question_waits_on_where_a_list_changes_only_the_role() -> None:
    bring(csv_of(LISTED))
    ask_hill()

    bring(csv_of(IN_ANOTHER_ROLE))
    work()

    [message] = mail.outbox
    assert "Which street?" in message.body
    assert hill().contact.unseal()["role"] == "Chair"


def test_whoever_comes_back_by_undoing_reads_nothing_of_the_one_between() -> None:
    bring(csv_of(LISTED))
    batch = bring(csv_of(ELSEWHERE))
    answer()

    undo_import(batch_id=batch.pk)

    assert hill().contact.unseal()["email"] == CONTACT["contact_email"]
    assert not Correction.objects.exists()


def test_a_contact_that_undoing_takes_away_leaves_no_answer_behind() -> None:
    bring(csv_of(HILL))
    batch = bring(csv_of(LISTED))
    answer()

    undo_import(batch_id=batch.pk)

    assert not Contact.objects.exists()
    assert not Correction.objects.exists()


def test_undoing_brings_no_question_back_that_was_mailed_since() -> None:
    bring(csv_of(LISTED))
    ask_hill()
    batch = bring(csv_of(IN_ANOTHER_ROLE))
    work()

    undo_import(batch_id=batch.pk)

    assert hill().contact.unseal() == {
        "name": "Bo Okafor",
        "role": "Director",
        "email": "bo@hill.example.org",
    }
    ask_hill("Which number?")


def test_no_import_keeps_a_contact_that_staff_type_another_over() -> None:
    bring(csv_of(HILL))
    bring(csv_of(LISTED))
    assert "Okafor" in str([batch.unseal() for batch in ImportBatch.objects.all()])

    set_contact(endorser=hill(), speaker=Speaker("Lu", "", "lu@hill.example.org"), locale="en")

    assert "Okafor" not in str([batch.unseal() for batch in ImportBatch.objects.all()])
