"""The contacts that a list brings: sealed, kept from the eyes of others, and never overwritten."""

import pytest
from wagtail.models import ModelLogEntry

from coalition.importing import take_over
from coalition.models import Contact
from tests.factories.coalition import ContactFactory, EndorserFactory
from tests.support.lists import CONTACT, HILL, LAKE, bring, csv_of, hints, names, preview, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]


def test_contacts_are_sealed() -> None:
    bring(csv_of({**HILL, **CONTACT}))
    contact = Contact.objects.get()
    assert contact.unseal() == {
        "name": "Bo Okafor",
        "role": "Director",
        "email": "bo@hill.example.org",
    }
    assert (contact.state, contact.locale) == (Contact.State.ENTERED, "es")


def test_the_same_contact_again_changes_nothing() -> None:
    bring(csv_of({**HILL, **CONTACT}))
    _batch, plan = preview(csv_of({**HILL, **CONTACT}))
    assert len(plan.skipped) == 1


def test_a_contact_that_staff_entered_is_replaced_and_one_that_confirmed_stays() -> None:
    bring(csv_of({**HILL, **CONTACT}))
    lake = EndorserFactory(name="Lake Union", national=True)
    ContactFactory(endorser=lake, name="Ada", email="ada@lake.example.org")
    news = CONTACT | {"contact_email": "new@hill.example.org"}
    batch, plan = preview(csv_of({**HILL, **news}, {**LAKE, **news}))
    assert hints(plan) == [
        "Its contact changes.",
        "It has a contact of its own already, who stays.",
    ]
    take_over(batch_id=batch.pk, shown=plan.digest)
    assert Contact.objects.get(endorser__name="Hill House").unseal()["email"] == (
        "new@hill.example.org"
    )
    assert lake.contact.unseal()["email"] == "ada@lake.example.org"


def test_a_contact_needs_an_address() -> None:
    _batch, plan = preview(csv_of({**HILL, "contact_name": "Bo Okafor", "contact_email": ""}))
    [problem] = told(plan)
    assert problem.startswith("Line 2, contact_email: Please write the contact's email address")


def test_nothing_that_is_kept_in_the_clear_tells_a_contact() -> None:
    batch = bring(csv_of({**HILL, **CONTACT}))
    logged = str(list(ModelLogEntry.objects.values_list("label", "data")))
    clear = str([str(batch), batch.name, bytes(batch.sealed), logged, names()])
    assert "Okafor" not in clear
    assert "bo@hill" not in clear
