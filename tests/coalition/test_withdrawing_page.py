"""Before anything is withdrawn, the page says truly what comes of it."""

import pytest
from django.test import Client

from coalition.models import Contact
from coalition.tokens import entry_token
from tests.factories.coalition import ContactFactory, EndorserFactory
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db


def asked(client: Client, contact: Contact) -> str:
    address = f"/en/act/entry/{entry_token(contact)}/"
    response = client.post(address, {"step": "withdraw"}, headers=HERE)
    assert response.status_code == 200
    return str(response.content.decode())


def test_an_organization_reads_that_a_delivered_list_keeps_its_name(client: Client) -> None:
    page = asked(client, ContactFactory())

    assert "keeps its name, with the remark that it no longer stands behind it" in page
    assert "Your name leaves" not in page


def test_a_person_reads_that_no_list_keeps_their_name(client: Client) -> None:
    page = asked(client, ContactFactory(endorser=EndorserFactory(person=True)))

    assert "Your name leaves the public list at once." in page
    assert "keeps a line without your name: “A person who no longer stands behind it”" in page


def test_both_read_when_the_contact_is_erased(client: Client) -> None:
    assert "In a week we erase your name and address from our list." in asked(
        client, ContactFactory()
    )
