"""The links to entries: whom they are mailed to, what they open, and when they die."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail, signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alerts.supporters.hashing import email_hash
from coalition.models import Contact
from coalition.services import change_status
from coalition.tokens import SALT, entry_token
from tests.factories.coalition import ContactFactory
from tests.support.entries import entry_path
from tests.support.mailbox import LINK
from tests.support.pages import HERE
from tests.support.queue import work

pytestmark = pytest.mark.django_db


def test_a_link_dies_with_its_contact(client: Client, contact: Contact) -> None:
    link = entry_path(contact)
    contact.delete()

    response = client.get(link)

    assert response.status_code == 410
    assert "/en/act/entry-link/" in response.content.decode()


def test_a_link_dies_when_the_contact_has_another_address(client: Client, contact: Contact) -> None:
    link = entry_path(contact)
    Contact.objects.filter(pk=contact.pk).update(email_hash=email_hash("new@river.example.org"))

    assert client.get(link).status_code == 410


def test_a_link_dies_after_a_month(client: Client, contact: Contact, time_machine: Any) -> None:
    link = entry_path(contact)

    time_machine.move_to(timezone.now() + timedelta(days=29))
    assert client.get(link).status_code == 200
    time_machine.move_to(timezone.now() + timedelta(days=31))
    assert client.get(link).status_code == 410


def test_an_unconfirmed_contact_has_no_entry(client: Client) -> None:
    assert client.get(entry_path(ContactFactory(pending=True))).status_code == 410


@pytest.mark.parametrize("token", ["x", "a.b.c", "%00", "x" * 4000])
def test_a_link_we_never_sent_is_answered_in_a_sentence(client: Client, token: str) -> None:
    response = client.get(f"/es/act/entry/{token}/")

    assert response.status_code == 404
    assert '<html lang="es"' in response.content.decode()


def test_a_link_of_another_kind_opens_nothing(client: Client, contact: Contact) -> None:
    signed = signing.TimestampSigner(sep=".", salt="altavoz.confirmation")
    forged = signed.sign(f"{contact.pk.hex}~{'0' * 16}")
    wrong_mark = signing.TimestampSigner(sep=".", salt=SALT).sign(f"{contact.pk.hex}~{'0' * 16}")

    assert client.get(f"/en/act/entry/{forged}/").status_code == 404
    assert client.get(f"/en/act/entry/{wrong_mark}/").status_code == 410
    assert client.get(f"/en/act/confirm/{entry_token(contact)}/").status_code == 404


def ask(client: Client, email: str, locale: str = "en") -> Any:
    return client.post(f"/{locale}/act/entry-link/", {"email": email}, headers=HERE)


def test_links_to_all_entries_of_an_address_come_by_mail(client: Client, contact: Contact) -> None:
    ContactFactory(email="BO@river.example.org", endorser__name="Delta Neighbors")
    ContactFactory(email="bo@river.example.org", pending=True)
    gone = ContactFactory(email="bo@river.example.org", endorser__name="Left Neighbors")
    change_status(endorser_id=gone.endorser_id, to="withdrawn")

    ask(client, "bo@River.example.org")
    work()

    assert len(mail.outbox) == 1
    assert mail.outbox[0].to[0].casefold() == "bo@river.example.org"
    links = LINK.findall(str(mail.outbox[0].body))
    assert len(links) == 2
    assert "Left Neighbors" not in mail.outbox[0].body
    for link in links:
        assert client.get(link.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(
    client: Client, contact: Contact
) -> None:
    answers = []
    for email in ("bo@river.example.org", "nobody@river.example.org"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = ask(client, email)
        page = client.get(response.url)
        shapes = [re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries]
        answers.append((response.status_code, response.url, page.content, shapes))

    assert answers[0] == answers[1]


def test_asking_again_and_again_mails_once_in_six_hours(
    client: Client, contact: Contact, time_machine: Any
) -> None:
    for _press in range(5):
        ask(client, "bo@river.example.org")
        work()
    assert len(mail.outbox) == 1

    time_machine.move_to(timezone.now() + timedelta(hours=7))
    ask(client, "bo@river.example.org")
    work()
    assert len(mail.outbox) == 2


def test_an_unknown_address_gets_no_mail(client: Client) -> None:
    ask(client, "nobody@river.example.org")
    work()

    assert mail.outbox == []


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
@pytest.mark.parametrize("typed", ["", "bo", "bo@river.example.org\nBcc: x@y.org", "x" * 100_000])
def test_what_is_no_address_is_refused_in_the_readers_language(
    client: Client, locale: str, typed: str
) -> None:
    response = ask(client, typed, locale)

    assert response.status_code == 422
    assert f'<html lang="{locale}"' in response.content.decode()
    assert 'id="id_email_error"' in response.content.decode()
