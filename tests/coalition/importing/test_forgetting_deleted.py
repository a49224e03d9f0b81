"""What imports keep of contacts and entries that staff take out of the register: nothing."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from coalition.importing import plan_of, reading_of, undo_import
from coalition.models import Contact, Endorser, ImportBatch
from coalition.services import erase_unconfirmed
from coalition.services.contacts import forget_contact
from coalition.services.merging import merge
from tests.factories.coalition import ContactFactory, EndorserFactory
from tests.support.lists import bring, csv_of, preview

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

HILL = {
    "place": "Ohio",
    "name": "Hill House",
    "contact_name": "Bo Okafor",
    "contact_email": "bo@hill.example.org",
}
ANA = {"place": "IL", "name": "Ana Ruiz", "person": "1", "city": "Evanston"}
LIST = "/admin/snippets/coalition/endorser/"


def kept() -> str:
    """Everything that imports have sealed."""
    return str([batch.unseal() for batch in ImportBatch.objects.all()])


def test_a_contact_that_staff_clear_is_not_put_back() -> None:
    bring(csv_of(HILL))
    batch = bring(csv_of(HILL | {"contact_name": "Cy Okafor"}))

    forget_contact(endorser=Endorser.objects.get())

    assert "Okafor" not in kept()
    undo_import(batch_id=batch.pk)
    assert not Contact.objects.exists()


def test_clearing_a_contact_leaves_what_others_bring_to_be_taken_over() -> None:
    bring(csv_of(ANA))
    person = Endorser.objects.get()
    ContactFactory(endorser=person)
    waiting, _plan = preview(csv_of(ANA | {"city": "Peoria"}))

    forget_contact(endorser=person)

    waiting.refresh_from_db()
    assert [item.name for item in plan_of(waiting).changed] == ["Ana Ruiz"]


@pytest.mark.parametrize("take_contact", [True, False])
def test_merging_keeps_no_contact_that_it_forgets(take_contact: bool) -> None:
    bring(csv_of(HILL))
    bring(csv_of(HILL | {"contact_name": "Cy Okafor"}))
    other = ContactFactory(
        endorser__name="Hill House of Ohio", state=Contact.State.ENTERED
    ).endorser
    pair = (Endorser.objects.get(name="Hill House").pk, other.pk)
    keep, drop = pair if take_contact else pair[::-1]

    merge(keep=keep, drop=drop, fields=(), by=None, take_contact=take_contact)

    assert "Okafor" not in kept()


def test_a_person_taken_in_by_another_entry_can_be_forgotten_there() -> None:
    dropped = EndorserFactory(person=True, name="Ana Ruiz", places=["IL"], city="Chicago")
    bring(csv_of(ANA))
    assert "Chicago" in kept()

    keep = EndorserFactory(person=True, name="Ana M. Ruiz", places=["IL"])
    merge(keep=keep.pk, drop=dropped.pk, fields=(), by=None)

    assert "Chicago" not in kept()


@pytest.mark.parametrize("in_bulk", [True, False])
def test_nothing_is_kept_of_a_person_who_is_deleted(admin: Client, in_bulk: bool) -> None:
    person = EndorserFactory(
        person=True, name="Ana Ruiz", places=["IL"], city="Chicago", sort_as=""
    )
    person.status = Endorser.Status.CONFIRMED
    person.save()
    bring(csv_of(ANA))
    assert "Chicago" in kept()

    bulk = f"/admin/bulk/coalition/endorser/delete/?id={person.pk}"
    admin.post(bulk if in_bulk else f"{LIST}delete/{person.pk}/")

    assert not Endorser.objects.exists()
    assert "Chicago" not in kept()


def test_spam_that_lapses_takes_no_contact_off_a_list_that_waits() -> None:
    old = timezone.now() - datetime.timedelta(days=60)
    spam = EndorserFactory(name="Hill House", places=["OH"], status=Endorser.Status.SUBMITTED)
    ContactFactory(endorser=spam, pending=True, begun_at=old, last_mail_at=old)
    waiting, _plan = preview(csv_of(HILL))

    assert erase_unconfirmed() == 1

    waiting.refresh_from_db()
    assert [row.values["contact_name"] for row in reading_of(waiting).rows] == ["Bo Okafor"]


def test_a_contact_that_lapses_takes_no_person_who_stays_off_a_list_that_waits() -> None:
    old = timezone.now() - datetime.timedelta(days=60)
    person = EndorserFactory(person=True, name="Ana Ruiz", places=["IL"])
    ContactFactory(endorser=person, pending=True, begun_at=old, last_mail_at=old)
    waiting, _plan = preview(csv_of(ANA))

    assert erase_unconfirmed() == 1

    waiting.refresh_from_db()
    assert [row.values["name"] for row in reading_of(waiting).rows] == ["Ana Ruiz"]
