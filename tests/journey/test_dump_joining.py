"""A stolen copy of the database tells nothing of who speaks for an endorser."""

import logging
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from coalition.models import Contact, Endorser, Statement
from coalition.services import propose_correction
from coalition.tokens import entry_token
from tests.support.dump import dump, readable
from tests.support.joining import PERSON, joinable_statement, newest, post
from tests.support.mailbox import link_in
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db(transaction=True)

ROSA = {
    "contact_name": "Rosário Etxeberria",
    "role": "Keeper of the lighthouse",
    "email": "rosario.etxeberria@mailhost.example",
}
ANA = {
    **PERSON,
    "name": "Anaïs Zubizarreta",
    "affiliation": "Professor of Tidal Law",
    "city": "Sunnyside Gardens",
    "website": "anais-zubizarreta.example",
    "email": "anais@otherhost.example",
}
OF_CONTACTS = ["Rosário", "txeberria", "mailhost", "lighthouse", "anais@", "otherhost"]
OF_ANA = ["Anaïs", "ubizarreta", "Tidal", "Sunnyside"]


def join(client: Client) -> Statement:
    """An organization and a person join."""
    statement = joinable_statement()
    post(client, statement, **ROSA, consent=newest(statement).consent_key)
    client.post(f"/en/act/join/{newest(statement).pk}/", ANA, headers=HERE)
    return statement


def join_and_confirm(client: Client, work: Callable[[], None]) -> None:
    """Both join, and press the button of their mails."""
    join(client)
    work()
    for message in list(mail.outbox):
        client.post(link_in(message.body), headers=HERE)


def found(secrets: list[str], text: str) -> list[str]:
    return [secret for secret in secrets if secret in text]


def test_a_dump_holds_no_contact_and_no_person_who_has_not_confirmed(
    client: Client, work: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    join(client)
    stages = [readable(dump())]
    work()
    stages.append(readable(dump()))

    assert all("Casa Lakeside" in stage for stage in stages), "the dump is not one"
    for stage in stages:
        assert found([*OF_CONTACTS, *OF_ANA], stage) == []
    assert found([*OF_CONTACTS, *OF_ANA], caplog.text) == []


def test_after_confirming_only_what_is_to_be_listed_stands_in_the_clear(
    client: Client, work: Callable[[], None]
) -> None:
    join_and_confirm(client, work)
    work()
    stage = readable(dump())

    assert found(OF_CONTACTS, stage) == []
    assert "Anaïs Zubizarreta" in stage


def test_a_person_who_withdraws_leaves_no_name_behind(
    client: Client, work: Callable[[], None]
) -> None:
    join_and_confirm(client, work)
    contact = Contact.objects.get(endorser__is_person=True)
    propose_correction(contact_id=contact.pk, fields={"name": "Anaïs Z. Zubizarreta"})
    address = f"/en/act/entry/{entry_token(contact)}/"
    client.post(address, {"step": "withdraw-now"}, headers=HERE)
    work()

    assert Endorser.objects.get(pk=contact.endorser_id).status == "withdrawn"
    assert found([*OF_CONTACTS, *OF_ANA], readable(dump())) == []


def test_asking_for_links_leaves_no_address_behind(
    client: Client, work: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for email in (ROSA["email"], "stranger@mailhost.example"):
        client.post("/en/act/entry-link/", {"email": email}, headers=HERE)
    work()

    assert found(["mailhost", "stranger"], readable(dump()) + caplog.text) == []
