"""Staff decide who is listed, and ask; whoever comes second is told."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from alerts.groups import EDITORS
from coalition.models import Contact, Endorsement, Endorser
from coalition.services import change_status
from coalition.services.endorsing import set_statements
from coalition.services.moderation import approve, relist
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"
Status = Endorser.Status


def waiting(**facts: Any) -> Endorser:
    endorser = EndorserFactory(status=Status.CONFIRMED, **facts)
    ContactFactory(endorser=endorser)
    EndorsementFactory(endorser=endorser, waiting=True)
    return endorser


def decide(client: Client, endorser: Endorser, verb: str) -> str:
    page = client.post(f"{LIST}decide/{endorser.pk}/", {"verb": verb}, follow=True)
    return page.content.decode()


def decide_many(client: Client, verb: str, *endorsers: Endorser, said: str = "") -> str:
    ticked = "&".join(f"id={endorser.pk}" for endorser in endorsers) or "id=all"
    address = f"/admin/bulk/coalition/endorser/{verb}/?{ticked}&next={said or LIST}"
    assert client.get(address).status_code == 200
    return client.post(address, follow=True).content.decode()


def status(endorser: Endorser) -> str:
    return Endorser.objects.get(pk=endorser.pk).status


def mails(task: str) -> list[str]:
    """The contacts whom a mail waits for."""
    tasks = DBTaskResult.objects.filter(task_path=f"coalition.tasks.{task}")
    return sorted(task.args_kwargs["args"][0] for task in tasks)


def test_approving_lists_counts_tells_and_is_remembered(organizer: Client) -> None:
    endorser = waiting()

    page = decide(organizer, endorser, "approve")

    assert "1 endorser is on the list now." in page
    assert status(endorser) == Status.APPROVED
    assert endorser.endorsements.counted().exists()
    assert mails("mail_approved") == [str(endorser.contact.pk)]
    assert "by Olga Ortiz" in page


def test_declining_tells_the_contact_also_of_a_person_who_is_forgotten(organizer: Client) -> None:
    person = waiting(person=True)

    page = decide(organizer, person, "decline")

    assert "1 endorser was declined." in page
    assert status(person) == Status.DECLINED
    assert Endorser.objects.get(pk=person.pk).name == ""
    assert mails("mail_declined") == [str(person.contact.pk)]
    assert Contact.objects.filter(endorser=person).exists()


@pytest.mark.parametrize(
    ("stands", "verb", "sentence"),
    [
        (Status.APPROVED, "approve", "is on the list already."),
        (Status.APPROVED, "decline", "is on the list already."),
        (Status.DECLINED, "approve", "has been declined already."),
        (Status.WITHDRAWN, "approve", "has withdrawn."),
        (Status.WITHDRAWN, "decline", "has withdrawn."),
        (Status.APPROVED, "relist", "is on the list already."),
        (Status.CONFIRMED, "relist", "waits for a decision."),
        (Status.WITHDRAWN, "withdraw", "has withdrawn."),
    ],
)
def test_whoever_decides_second_is_told_and_changes_nothing(
    organizer: Client, stands: str, verb: str, sentence: str
) -> None:
    endorser = EndorserFactory(name="River Neighbors", status=stands)
    ContactFactory(endorser=endorser)

    page = decide(organizer, endorser, verb)

    assert f"“River Neighbors” {sentence}" in page
    assert status(endorser) == stands
    assert not DBTaskResult.objects.filter(task_path__startswith="coalition.").exists()


def test_a_person_who_has_not_confirmed_cannot_be_listed(organizer: Client) -> None:
    person = EndorserFactory(person=True, name="", status=Status.SUBMITTED)

    page = decide(organizer, person, "approve")

    assert "A person is listed only after confirming" in page
    assert status(person) == Status.SUBMITTED
    assert ">Approve<" not in page.replace(" ", "")


@pytest.mark.parametrize("verb", ["", "crown"])
def test_a_verb_that_does_not_exist_does_nothing(organizer: Client, verb: str) -> None:
    endorser = waiting()

    decide(organizer, endorser, verb)

    assert status(endorser) == Status.CONFIRMED


def test_what_was_taken_off_the_list_is_not_deleted_and_can_come_back(organizer: Client) -> None:
    endorser = EndorsementFactory().endorser
    change_status(endorser_id=endorser.pk, to=Status.WITHDRAWN)
    change_status(endorser_id=endorser.pk, to=Status.APPROVED)

    decide(organizer, endorser, "withdraw")
    gone = Endorsement.objects.filter(endorser=endorser).counted().exists()
    decide(organizer, endorser, "relist")

    assert not gone
    assert status(endorser) == Status.APPROVED
    assert Endorsement.objects.filter(endorser=endorser).counted().count() == 1


def test_coming_back_does_not_bring_back_what_staff_had_taken_away() -> None:
    kept = EndorsementFactory()
    endorser = kept.endorser
    EndorsementFactory(endorser=endorser)
    set_statements(endorser=endorser, statements=[kept.statement.pk])

    change_status(endorser_id=endorser.pk, to=Status.WITHDRAWN)
    relist(endorsers=[endorser], by=None)

    assert [one.statement for one in endorser.endorsements.counted()] == [kept.statement]


def test_many_are_decided_on_at_once_and_those_decided_on_before_are_named(
    organizer: Client,
) -> None:
    one, two = waiting(), waiting()
    gone = EndorserFactory(name="Gone Friends", status=Status.WITHDRAWN)

    page = decide_many(organizer, "approve", one, two, gone)

    assert "2 endorsers are on the list now." in page
    assert "“Gone Friends” has withdrawn." in page
    assert [status(row) for row in (one, two, gone)] == [
        Status.APPROVED,
        Status.APPROVED,
        Status.WITHDRAWN,
    ]
    assert len(mails("mail_approved")) == 2


def test_all_means_all_that_the_list_showed(organizer: Client) -> None:
    here, elsewhere = waiting(places=["WI"], name="Cheese"), waiting(places=["IL"], name="Corn")
    other = waiting(places=["WI"], name="Cream")

    decide_many(organizer, "decline", said=f"{LIST}%3Fplace%3DWI%26q%3Dchee")

    assert status(here) == Status.DECLINED
    assert status(elsewhere) == Status.CONFIRMED
    assert status(other) == Status.CONFIRMED


def test_many_that_were_decided_on_before_are_named_in_one_sentence(organizer: Client) -> None:
    rows = EndorserFactory.create_batch(7)

    page = decide_many(organizer, "decline", *rows)

    assert "Left as they were, as they had been decided on: " in page
    assert page.count("is on the list already") == 0


def test_staff_who_may_only_look_may_not_decide(editor: Client) -> None:
    endorser = waiting()
    group = Group.objects.get(name=EDITORS)
    group.permissions.remove(group.permissions.get(codename="change_endorser"))

    decide(editor, endorser, "approve")
    editor.post(f"/admin/bulk/coalition/endorser/approve/?id={endorser.pk}", follow=True)

    assert status(endorser) == Status.CONFIRMED


def test_a_question_waits_sealed_until_it_is_mailed(organizer: Client) -> None:
    contact = ContactFactory(endorser__status=Status.CONFIRMED)

    page = organizer.post(
        f"{LIST}ask/{contact.endorser.pk}/",
        {"question": "Are you the group of\nLake Street?"},
        follow=True,
    )

    contact.refresh_from_db()
    assert "The question will be mailed to the contact." in page.content.decode()
    assert contact.unseal()["question"] == "Are you the group of\nLake Street?"
    assert mails("mail_question") == [str(contact.pk)]
    history = organizer.get(f"{LIST}history/{contact.endorser.pk}/").content.decode()
    assert "Asked the contact a question" in history
    assert "Lake Street" not in history


@pytest.mark.parametrize(("minutes", "kept"), [(50, "Which city?"), (61, "Who signs?")])
def test_a_question_replaces_another_only_once_that_is_given_up(
    organizer: Client, time_machine: Any, minutes: int, kept: str
) -> None:
    contact = ContactFactory()
    asking = f"{LIST}ask/{contact.endorser.pk}/"
    organizer.post(asking, {"question": "Which city?"})

    time_machine.move_to(timezone.now() + timedelta(minutes=minutes))
    page = organizer.post(asking, {"question": "Who signs?"}, follow=True).content.decode()

    contact.refresh_from_db()
    assert contact.unseal()["question"] == kept
    waits = "The question that was asked before has not been mailed yet." in page
    assert waits == (kept == "Which city?")
    assert len(mails("mail_question")) == (1 if waits else 2)


def test_an_empty_question_is_not_asked(organizer: Client) -> None:
    contact = ContactFactory()

    page = organizer.post(f"{LIST}ask/{contact.endorser.pk}/", {"question": " "})

    assert "Please write your question." in page.content.decode()
    assert mails("mail_question") == []


@pytest.mark.parametrize("pending", [True, False])
def test_nobody_is_asked_at_an_address_that_is_not_known(organizer: Client, pending: bool) -> None:
    endorser = EndorserFactory()
    if pending:
        ContactFactory(endorser=endorser, pending=True)

    page = organizer.post(f"{LIST}ask/{endorser.pk}/", {"question": "Who?"}, follow=True)

    assert "There is nobody to ask at a known address." in page.content.decode()
    assert mails("mail_question") == []


def test_approving_is_the_same_however_often_the_worker_asks() -> None:
    endorser = waiting()

    first = approve(endorsers=[endorser], by=None)
    second = approve(endorsers=[endorser], by=None)

    assert [row.pk for row in first.done] == [endorser.pk]
    assert [row.pk for row in second.left] == [endorser.pk]
    assert endorser.history.count() == 1
