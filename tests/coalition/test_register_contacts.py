"""Who speaks for an endorser is sealed, and seen by those alone who may see it."""

from typing import Any

import pytest
from django.test import Client

from alerts.supporters.models import Consent
from coalition.models import Contact, Correction, Endorser
from tests.factories.coalition import ContactFactory, CorrectionFactory
from tests.factories.supporters import ConsentFactory
from tests.support.register import ADD, LIST, edit, entered, typed

pytestmark = pytest.mark.django_db


def test_a_contact_that_staff_enter_is_sealed_and_can_be_mailed(organizer: Client) -> None:
    organizer.post(
        ADD,
        typed(
            website="https://lake.example.org",
            contact_name="Bo Okafor",
            contact_role="Director",
            contact_email="bo@lake.example.org",
            contact_locale="es",
        ),
    )

    contact = entered().contact
    assert contact.unseal() == {
        "name": "Bo Okafor",
        "role": "Director",
        "email": "bo@lake.example.org",
    }
    assert contact.state == Contact.State.ENTERED
    assert contact.locale == "es"
    assert contact.domain_matches is True
    assert b"lake.example" not in bytes(contact.sealed)


def test_an_address_put_right_by_staff_is_taken_for_good(organizer: Client) -> None:
    contact = ContactFactory(pending=True, typed={"question": "Who are you?"})

    organizer.post(
        edit(contact.endorser),
        typed(contact_name="Bo", contact_email="right@river.example.org", website="other.example"),
    )

    contact.refresh_from_db()
    assert contact.state == Contact.State.ENTERED
    assert contact.unseal()["email"] == "right@river.example.org"
    assert contact.domain_matches is False


def test_a_contact_that_is_cleared_is_forgotten(organizer: Client) -> None:
    contact = ContactFactory()

    organizer.post(edit(contact.endorser), typed())

    assert not Contact.objects.filter(pk=contact.pk).exists()


def test_a_contact_who_has_not_confirmed_is_not_cleared_by_mistake(organizer: Client) -> None:
    contact = ContactFactory(pending=True)

    organizer.post(edit(contact.endorser), typed())

    assert Contact.objects.filter(pk=contact.pk).exists()


def test_an_editor_changes_an_entry_and_never_sees_its_contact(editor: Client) -> None:
    contact = ContactFactory(name="Bo Okafor", email="bo@secret.example.org", role="Treasurer")

    page = editor.get(edit(contact.endorser)).content.decode()
    editor.post(edit(contact.endorser), typed(contact_name="Eve", contact_email="eve@example.org"))

    assert not any(told in page for told in ("Okafor", "secret.example", "Treasurer"))
    assert Contact.objects.get(pk=contact.pk).unseal()["email"] == "bo@secret.example.org"
    assert Endorser.objects.get(pk=contact.endorser.pk).name == "Lake Street Neighbors"


def test_no_contact_is_on_the_list_in_the_history_or_on_the_page_that_deletes(
    organizer: Client,
) -> None:
    contact = ContactFactory(name="Bo Okafor", email="bo@secret.example.org", role="Treasurer")
    contact.endorser.status = Endorser.Status.SUBMITTED
    contact.endorser.save()
    organizer.post(
        edit(contact.endorser),
        typed(contact_name="Bo Okafor", contact_email="bo@secret.example.org"),
    )

    for address in (
        "",
        "results/",
        f"history/{contact.endorser.pk}/",
        f"delete/{contact.endorser.pk}/",
    ):
        page = organizer.get(f"{LIST}{address}")
        assert page.status_code == 200, address
        assert "Okafor" not in page.content.decode(), address
        assert "secret.example" not in page.content.decode(), address


@pytest.mark.parametrize(
    "change", [{}, {"contact_name": "Al", "contact_email": "al@river.example.org"}]
)
def test_whoever_follows_reads_nothing_that_was_private_to_another(
    organizer: Client, change: dict[str, Any]
) -> None:
    contact = ContactFactory(typed={"question": "Who are you?"})
    CorrectionFactory(endorser=contact.endorser, changes={"answer": "I am ill."})
    ConsentFactory(act=contact.pk)

    organizer.post(edit(contact.endorser), typed(**change))

    assert not Correction.objects.exists()
    assert not Consent.objects.filter(act=contact.pk).exists()
    assert all("question" not in row.unseal() for row in Contact.objects.filter(pk=contact.pk))


def test_what_was_asked_and_answered_stays_where_the_address_does(organizer: Client) -> None:
    contact = ContactFactory(email="bo@river.example.org", typed={"question": "Who are you?"})
    CorrectionFactory(endorser=contact.endorser)

    organizer.post(
        edit(contact.endorser), typed(contact_name="B. O.", contact_email="bo@river.example.org")
    )

    contact.refresh_from_db()
    assert contact.unseal()["question"] == "Who are you?"
    assert Correction.objects.exists()


def test_a_website_that_an_editor_changes_is_compared_with_the_address(editor: Client) -> None:
    contact = ContactFactory(email="bo@river.example.org", domain_matches=True)

    editor.post(edit(contact.endorser), typed(website="https://other.example/"))

    contact.refresh_from_db()
    assert contact.domain_matches is False


def test_no_person_is_asked_for_an_address_at_a_website(organizer: Client) -> None:
    contact = ContactFactory(endorser__person=True, email="ana@river.example.org")

    organizer.post(
        edit(contact.endorser),
        typed(
            is_person="on",
            website="https://lake.example.edu/",
            contact_name="Ana Ruiz",
            contact_email="ana@elsewhere.example",
        ),
    )

    contact.refresh_from_db()
    assert contact.unseal()["email"] == "ana@elsewhere.example"
    assert contact.domain_matches is None
