"""Joining over HTTP, as a visitor's browser does it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alerts.supporters.models import Consent
from coalition.models import Contact, Endorser, Statement
from coalition.services import change_status
from tests.support.joining import PERSON, newest, post
from tests.support.listing import LIST
from tests.support.mailbox import confirm_from_mail, link_in
from tests.support.pages import HERE, read, told_by
from tests.support.queue import work

pytestmark = pytest.mark.django_db


def joined() -> Endorser:
    """The one that came by the form."""
    return Endorser.objects.get(origin="joined")


@pytest.mark.smoke
@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_an_organization_joins_and_confirms_from_the_mail(
    client: Client, statement: Statement, locale: str
) -> None:
    page = client.get(f"/{locale}/coalition/families/")
    address = f"/{locale}/act/join/{newest(statement, locale).pk}/"
    assert f'action="{address}#statement-{statement.pk}"' in page.content.decode()

    thanks = client.get(post(client, statement, locale).url)
    assert thanks.status_code == 200
    assert (joined().status, joined().name) == ("submitted", "Casa Lakeside")

    page = confirm_from_mail(client)

    assert page.status_code == 200
    assert f"We show the list to Congress ({locale})." in page.content.decode()
    assert joined().status == "confirmed"
    contact = Contact.objects.get(endorser=joined())
    assert (contact.locale, contact.unseal()["name"]) == (locale, "Rosa Díaz")
    assert contact.domain_matches is True


def test_a_person_joins_in_that_persons_own_name(client: Client, statement: Statement) -> None:
    address = f"/en/act/join/{newest(statement).pk}/"
    client.post(address, PERSON, headers=HERE)
    assert joined().name == ""

    confirm_from_mail(client)

    assert (joined().name, joined().is_person) == ("Ana Ruiz", True)
    assert joined().identification_only


def test_nobody_is_public_before_staff_have_looked(client: Client, statement: Statement) -> None:
    post(client, statement)
    confirm_from_mail(client)

    assert "Casa Lakeside" not in read(client, LIST)
    change_status(endorser_id=joined().pk, to="approved")
    assert "Casa Lakeside" in read(client, LIST)


def test_opening_the_link_confirms_nothing(client: Client, statement: Statement) -> None:
    post(client, statement)
    work()
    address = link_in(mail.outbox[-1].body)

    for _scanner in range(3):
        assert client.get(address).status_code == 200
        client.head(address)

    assert joined().status == "submitted"


def test_pressing_the_button_twice_confirms_once(client: Client, statement: Statement) -> None:
    post(client, statement)
    confirm_from_mail(client)
    again = client.post(link_in(mail.outbox[-1].body), headers=HERE)

    assert again.status_code == 302
    assert joined().history.count() == 1


def test_a_form_sent_twice_is_one_entry_and_one_mail(client: Client, statement: Statement) -> None:
    first, again = post(client, statement), post(client, statement)
    work()

    pages = [client.get(response.url).content for response in (first, again)]
    without_tokens = [re.sub(rb"/act/joined/[^/]+/", b"", page) for page in pages]
    assert without_tokens[0] == without_tokens[1]
    assert Endorser.objects.filter(origin="joined").count() == 1
    assert len(mail.outbox) == 1


def test_a_known_organization_and_address_get_the_same_answer(
    client: Client, statement: Statement
) -> None:
    post(client, statement)
    confirm_from_mail(client)
    Endorser.objects.filter(pk=joined().pk).update(status="approved")

    known = post(client, statement)
    other = post(client, statement, name="Casa Nova", email="nova@casa-nova.org")

    assert known.status_code == other.status_code == 302
    pages = [client.get(response.url).content for response in (known, other)]
    without_tokens = [re.sub(rb"/act/joined/[^/]+/", b"", page) for page in pages]
    assert without_tokens[0] == without_tokens[1]


def test_a_ticked_box_is_kept_with_the_sentence_that_was_shown(
    client: Client, statement: Statement
) -> None:
    post(client, statement, consent=newest(statement).consent_key)
    consent = Consent.objects.select_related("text").get()
    assert consent.text.text == newest(statement).consent_text
    assert consent.text.text.endswith("River Neighbors may write to us (en).")
    assert consent.confirmed_at is None

    confirm_from_mail(client)

    assert Consent.objects.in_force().get() == consent


def test_the_address_of_an_act_leads_a_reader_to_the_statement(
    client: Client, statement: Statement
) -> None:
    response = client.get(f"/es/act/join/{newest(statement, 'es').pk}/")

    assert response.url == "/es/coalition/families/"


def test_a_receipt_opens_no_page_of_another_kind(client: Client, statement: Statement) -> None:
    receipt = post(client, statement).url.rstrip("/").rsplit("/", 1)[1]

    assert client.get(f"/en/act/joined/{receipt}/").status_code == 200
    assert client.get(f"/en/act/signed/{receipt}/").status_code == 404


def test_an_old_link_is_gone_and_says_what_to_do(
    client: Client, statement: Statement, time_machine: Any
) -> None:
    post(client, statement)
    work()
    time_machine.move_to(timezone.now() + timedelta(days=30))

    assert client.get(link_in(mail.outbox[-1].body)).status_code == 410


def test_a_link_to_what_was_erased_or_declined_is_gone(
    client: Client, statement: Statement
) -> None:
    post(client, statement)
    post(client, statement, name="Casa Nova")
    work()
    one, other = (link_in(message.body) for message in mail.outbox)
    declined, erased = Endorser.objects.filter(origin="joined").order_by("pk")
    Endorser.objects.filter(pk=declined.pk).update(status="declined")
    erased.delete()

    assert client.post(one, headers=HERE).status_code == 410
    assert client.post(other, headers=HERE).status_code == 410


def test_nothing_personal_is_in_an_address_and_nothing_is_stored_by_a_cache(
    client: Client, statement: Statement
) -> None:
    response = post(client, statement)
    again = post(client, statement, email="?")

    assert not re.search("rosa|casa|lakeside", told_by(response.url), re.IGNORECASE)
    for answer in (response, again, client.get(response.url)):
        assert "no-store" in answer["Cache-Control"]
        assert "public" not in answer["Cache-Control"]
        assert not answer.cookies
