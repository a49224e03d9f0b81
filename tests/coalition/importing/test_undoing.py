"""Undoing an import: all that is as it left it goes back, the rest is named and stays."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coalition.importing import ImportRefused, erase_stale_imports, names_kept, undo_import
from coalition.listing import public_rows
from coalition.models import Contact, Endorsement, Endorser, ImportBatch
from coalition.services import change_status
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
)
from tests.support.lists import bring, csv_of, names, preview

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

HILL = {"place": "Ohio", "name": "Hill House", "city": "Akron"}
LAKE = {"place": "NATIONAL", "name": "Lake Union", "city": "Toledo"}
CONTACT = {"contact_name": "Bo Okafor", "contact_email": "bo@hill.example.org"}


def test_what_was_created_is_removed_and_what_was_changed_is_put_back() -> None:
    lake = EndorserFactory(
        name="Lake Union", national=True, city="Elyria", languages=["es"], notes={"en": "Hi"}
    )
    ContactFactory(endorser=lake)
    statement = StatementFactory()
    row = {**LAKE, "id": str(lake.uuid), "languages": "ar", "note_en": "", **CONTACT}
    blank = dict.fromkeys(CONTACT, "")
    batch = bring(
        csv_of(row, {**HILL, "id": "", "languages": "vi", "note_en": "", **blank}),
        statement=statement,
    )
    undone = undo_import(batch_id=batch.pk)
    assert (undone.removed, undone.restored, undone.kept) == (1, 1, [])
    lake.refresh_from_db()
    assert names() == ["Lake Union"]
    assert lake.city == "Elyria"
    assert [language.code for language in lake.languages.all()] == ["es"]
    assert [note.text for note in lake.notes.all()] == ["Hi"]
    assert public_rows(statement=statement) == []
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.UNDONE


def test_undoing_twice_is_refused() -> None:
    batch = bring(csv_of(HILL))
    undo_import(batch_id=batch.pk)
    EndorserFactory(name="Hill House", places=["OH"])
    with pytest.raises(ImportRefused, match="undone already"):
        undo_import(batch_id=batch.pk)
    assert names() == ["Hill House"]


def test_what_was_never_taken_over_cannot_be_undone() -> None:
    batch, _plan = preview(csv_of(HILL))
    with pytest.raises(ImportRefused, match="not taken over"):
        undo_import(batch_id=batch.pk)


def edit(endorser: Endorser) -> None:
    endorser.city = "Dayton"
    endorser.save()


def add_place(endorser: Endorser) -> None:
    endorser.places.create(code="TX")


def withdraw(endorser: Endorser) -> None:
    change_status(endorser_id=endorser.pk, to=Endorser.Status.WITHDRAWN)


def endorse(endorser: Endorser) -> None:
    EndorsementFactory(endorser=endorser)


def give_contact(endorser: Endorser) -> None:
    ContactFactory(endorser=endorser)


@pytest.mark.parametrize("touch", [edit, add_place, withdraw, endorse, give_contact])
def test_who_was_changed_since_stays_and_is_named(touch: object) -> None:
    batch = bring(csv_of(HILL, LAKE))
    touch(Endorser.objects.get(name="Hill House"))  # type: ignore[operator]
    undone = undo_import(batch_id=batch.pk)
    assert undone.removed == 1
    assert undone.kept == ["“Hill House” was changed since and stays."]
    assert names() == ["Hill House"]
    batch.refresh_from_db()
    assert names_kept(batch) == undone.kept


def test_who_is_gone_since_is_no_trouble() -> None:
    batch = bring(csv_of(HILL, LAKE))
    Endorser.objects.get(name="Hill House").delete()
    undone = undo_import(batch_id=batch.pk)
    assert (undone.removed, undone.kept) == (1, [])


def test_of_an_entry_only_what_the_import_left_is_put_back() -> None:
    lake = EndorserFactory(name="Lake Union", national=True, city="Elyria", kind="faith")
    batch = bring(csv_of({**LAKE, "kind": "legal"}))
    Endorser.objects.filter(pk=lake.pk).update(city="Dayton")
    undone = undo_import(batch_id=batch.pk)
    lake.refresh_from_db()
    assert (lake.city, lake.kind) == ("Dayton", "faith")
    assert undone.kept == ["Of “Lake Union”, some was changed since and stays."]


def test_a_person_who_has_withdrawn_since_is_not_named_again() -> None:
    person = EndorserFactory(person=True, name="Ana Ruiz", city="Chicago", sort_as="Ruiz")
    row = {"id": str(person.uuid), "place": "IL", "name": "Ana Ruiz", "person": "1"}
    batch = bring(csv_of({**row, "city": "", "sort_as": ""}))
    withdraw(person)
    undone = undo_import(batch_id=batch.pk)
    person.refresh_from_db()
    assert (person.name, person.city, person.sort_as) == ("", "", "")
    assert "Ruiz" not in str(undone.kept)


def test_the_admins_history_of_who_is_removed_goes_with_them() -> None:
    batch = bring(csv_of({**HILL, "person": "1", "name": "Ana Ruiz"}))
    undo_import(batch_id=batch.pk)
    assert not ModelLogEntry.objects.filter(label__contains="Ruiz").exists()


def test_contacts_are_put_back_unless_they_were_touched() -> None:
    for place in ("OH", "TX", "UT"):
        endorser = EndorserFactory(name="Hill House", places=[place])
        if place != "UT":
            contact = ContactFactory(endorser=endorser, name="Ada", email="ada@hill.example.org")
            Contact.objects.filter(pk=contact.pk).update(state=Contact.State.ENTERED)
    places = ("Ohio", "Texas", "Utah")
    batch = bring(csv_of(*[{**HILL, "place": place, **CONTACT} for place in places]))
    assert {contact.unseal()["name"] for contact in Contact.objects.all()} == {"Bo Okafor"}
    texan = Contact.objects.get(endorser__places__code="TX")
    texan.seal(name="Cy", email="cy@hill.example.org", role="")
    texan.save()
    undo_import(batch_id=batch.pk)
    told = Contact.objects.order_by("endorser__places__code")
    assert [contact.unseal()["name"] for contact in told] == ["Ada", "Cy"]


def test_who_stands_on_a_delivered_list_stays_on_it() -> None:
    statement = StatementFactory()
    EndorserFactory(name="Lake Union", national=True, city="Elyria")
    with time_machine.travel("2027-03-01 12:00Z"):
        batch = bring(csv_of(HILL, LAKE), statement=statement)
    statement.frozen_on = datetime.date(2027, 3, 2)
    statement.save()
    with time_machine.travel("2027-03-05 12:00Z"):
        undone = undo_import(batch_id=batch.pk)
        assert len(public_rows(statement=statement, as_of=statement.frozen_on)) == 2
    assert undone.kept == [
        "“Hill House” stands on the delivered list and stays.",
        "“Lake Union” stands on the delivered list and stays behind it.",
    ]


def test_an_endorsement_that_has_ended_since_is_left_as_it_was() -> None:
    statement = StatementFactory()
    EndorserFactory(name="Lake Union", national=True, city="Toledo")
    batch = bring(csv_of(LAKE), statement=statement)
    Endorsement.objects.update(counted_until=timezone.now())
    undo_import(batch_id=batch.pk)
    assert Endorsement.objects.count() == 1


def test_after_a_month_nothing_is_kept_that_could_undo() -> None:
    batch = bring(csv_of(HILL))
    ImportBatch.objects.update(applied_at=timezone.now() - datetime.timedelta(days=31))
    assert erase_stale_imports() == 1
    assert erase_stale_imports() == 0
    batch.refresh_from_db()
    assert batch.unseal() == {}
    with pytest.raises(ImportRefused, match="too long ago"):
        undo_import(batch_id=batch.pk)
