"""What imports keep of whom the register forgets: nothing."""

import datetime

import pytest
from django.utils import timezone

from coalition.importing import plan_of, reading_of, undo_import
from coalition.models import Contact, Endorser, ImportBatch, StatusChange
from coalition.services import change_status, erase_contacts
from tests.factories.coalition import EndorserFactory
from tests.support.lists import bring, csv_of, preview

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

CONTACT = {"contact_name": "Bo Okafor", "contact_email": "bo@hill.example.org"}
HILL = {"place": "Ohio", "name": "Hill House", **CONTACT}
LAKE = {"place": "Ohio", "name": "Lake House", **CONTACT}
ANA = {"place": "IL", "name": "Ana Ruiz", "person": "1", "city": "Evanston"}


def kept() -> str:
    """Everything that imports have sealed."""
    return str([batch.unseal() for batch in ImportBatch.objects.all()])


def withdraw(endorser: Endorser) -> None:
    change_status(endorser_id=endorser.pk, to=Endorser.Status.WITHDRAWN)


def test_undoing_does_not_keep_a_contact_that_is_erased() -> None:
    bring(csv_of(HILL))
    bring(csv_of(HILL | {"contact_name": "Cy Okafor"}))
    withdraw(Endorser.objects.get())
    StatusChange.objects.update(at=timezone.now() - datetime.timedelta(days=8))
    assert "Okafor" in kept()
    assert erase_contacts() == 1
    assert "Okafor" not in kept()


def test_a_list_that_waits_loses_the_contact_and_no_other() -> None:
    bring(csv_of(HILL))
    batch, _plan = preview(csv_of(HILL, LAKE))
    withdraw(Endorser.objects.get())
    StatusChange.objects.update(at=timezone.now() - datetime.timedelta(days=8))
    erase_contacts()
    batch.refresh_from_db()
    contacts = [row.values["contact_name"] for row in reading_of(batch).rows]
    assert contacts == ["", "Bo Okafor"]


def test_nothing_is_kept_of_a_person_who_is_forgotten() -> None:
    person = EndorserFactory(person=True, name="Ana Ruiz", city="Chicago", sort_as="")
    batch = bring(csv_of(ANA, {**ANA, "name": "Hill House", "person": ""}))
    waiting, _plan = preview(csv_of(ANA, {**ANA, "name": "Bay House", "person": ""}))
    withdraw(person)
    assert "Ruiz" not in kept()
    assert "Chicago" not in kept()
    waiting.refresh_from_db()
    assert [item.name for item in plan_of(waiting).items] == ["Bay House"]
    undo_import(batch_id=batch.pk)
    assert not Contact.objects.exists()
    assert not Endorser.objects.exclude(name="").exists()


def test_what_an_import_that_was_undone_had_to_leave_does_not_name_a_person() -> None:
    batch = bring(csv_of(ANA))
    person = Endorser.objects.get()
    person.city = "Peoria"
    person.save()
    undo_import(batch_id=batch.pk)
    assert "Ruiz" in kept()
    withdraw(person)
    assert "Ruiz" not in kept()
