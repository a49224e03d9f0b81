"""Joining over HTTP, as a visitor's browser does it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alerts.supporters.models import Consent
from coalition.models import Contact, Endorser, Statement, StatementPage
from coalition.services import publish_words
from tests.support.joining import (
    ORGANIZATION,
    PERSON,
    confirm_from_mail,
    joinable_statement,
    newest,
    post,
    work,
)
from tests.support.mailbox import link_in
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement() -> Statement:
    """One with a join form on its page, in every language."""
    return joinable_statement()


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

    page = client.get("/en/coalition/families/").content.decode()
    assert "Casa Lakeside" not in page


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
    post(client, statement, consent="on")
    consent = Consent.objects.select_related("text").get()
    assert consent.text.text == "River Neighbors may write to us (en)."
    assert consent.confirmed_at is None

    confirm_from_mail(client)

    assert Consent.objects.in_force().get() == consent


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "<img src=x onerror=alert(1)>"),
        ("name", "=HYPERLINK(1)"),
        ("website", "javascript:alert(1)"),
        ("places", []),
        ("places", ["IL", "XX"]),
        ("email", "rosa@casa.org\nBcc: all@example.org"),
        ("contact_name", "https://spam.example"),
        ("may_sign", ""),
        ("who", "robot"),
    ],
)
@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_bad_input_is_answered_beside_its_field_and_all_is_kept(
    client: Client, statement: Statement, field: str, typed: Any, locale: str
) -> None:
    response = post(client, statement, locale, **{field: typed})

    page = response.content.decode()
    assert response.status_code == 422
    assert f'<html lang="{locale}"' in page
    assert f'id="join_{field}_error"' in page
    assert 'class="problems"' in page
    assert "Keep families together." in page
    assert "<img src=x" not in page
    kept = ["Chicago", "Director", 'value="es" id="join_languages_'] + (
        [] if field == "name" else ["Casa Lakeside"]
    )
    assert [text for text in kept if text not in page] == []
    assert not Contact.objects.exists()


def test_a_form_sent_empty_is_answered(client: Client, statement: Statement) -> None:
    response = client.post(f"/en/act/join/{newest(statement).pk}/", {}, headers=HERE)

    assert response.status_code == 422
    assert 'id="join_who_error"' in response.content.decode()


@pytest.mark.parametrize("field", ["name", "city", "website", "contact_name", "role", "email"])
def test_a_flood_is_answered_and_not_stored(
    client: Client, statement: Statement, field: str
) -> None:
    response = post(client, statement, **{field: "x" * 4_900_000})

    assert response.status_code == 422
    assert not Contact.objects.exists()


def test_more_than_five_megabytes_are_refused(client: Client, statement: Statement) -> None:
    response = post(client, statement, name="x" * 6_000_000)

    assert response.status_code in {400, 413}
    assert not Contact.objects.exists()


def test_ten_thousand_ticked_places_are_answered(client: Client, statement: Statement) -> None:
    response = post(client, statement, places=["IL"] * 9_000)

    assert response.status_code == 302
    assert joined().places.count() == 1


def test_a_post_from_another_site_is_shown_and_not_done(
    client: Client, statement: Statement
) -> None:
    address = f"/en/act/join/{newest(statement).pk}/"
    response = client.post(address, ORGANIZATION, headers={"Sec-Fetch-Site": "cross-site"})

    page = response.content.decode()
    assert response.status_code == 403
    for name in ("name", "city", "role", "email"):
        assert f'name="{name}" value="{ORGANIZATION[name]}"' in page
    assert page.count('name="languages"') == 2
    assert "<bdi>on</bdi>" not in page
    assert "<bdi>organization</bdi>" not in page
    assert not Contact.objects.exists()


def test_words_that_changed_meanwhile_are_shown_and_input_is_kept(
    client: Client, statement: Statement
) -> None:
    old = newest(statement)
    words = {**old.fields, "title": "Other", "consent_text": "Others may write to us."}
    publish_words(statement=statement, locale="en", words=words)

    response = client.post(f"/en/act/join/{old.pk}/", ORGANIZATION, headers=HERE)

    page = response.content.decode()
    assert response.status_code == 422
    assert f"/en/act/join/{newest(statement).pk}/" in page
    assert "Others may write to us." in page
    assert 'value="rosa@casa-lakeside.org"' in page
    assert not Contact.objects.exists()


@pytest.mark.parametrize("state", ["paused", "closed", "won", "delivered"])
def test_a_statement_that_is_not_open_says_so_and_keeps_input(
    client: Client, statement: Statement, state: str
) -> None:
    Statement.objects.filter(pk=statement.pk).update(state=state)

    page = client.get("/en/coalition/families/").content.decode()
    response = post(client, statement)

    assert "/act/join/" not in page
    assert response.status_code == 422
    assert 'value="rosa@casa-lakeside.org"' in response.content.decode()
    assert not Contact.objects.exists()


def test_a_statement_past_its_deadline_takes_nobody(client: Client, statement: Statement) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    Statement.objects.filter(pk=statement.pk).update(closes_at=yesterday)

    assert post(client, statement).status_code == 422


def test_when_the_page_was_taken_down_the_form_stands_alone(
    client: Client, statement: Statement
) -> None:
    StatementPage.objects.filter(statement=statement).update(live=False)

    response = post(client, statement)

    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Casa Lakeside"' in page
    assert "/act/join/" not in page


def test_where_the_statements_page_has_no_form_it_stands_alone_and_works(
    client: Client, statement: Statement
) -> None:
    for page in StatementPage.objects.filter(statement=statement):
        page.body = []
        page.save()

    response = post(client, statement, email="?")

    page = response.content.decode()
    assert response.status_code == 422
    assert f'action="/en/act/join/{newest(statement).pk}/"' in page
    assert post(client, statement).status_code == 302


def test_the_address_of_an_act_leads_a_reader_to_the_statement(
    client: Client, statement: Statement
) -> None:
    response = client.get(f"/es/act/join/{newest(statement, 'es').pk}/")

    assert response.url == "/es/coalition/families/"


def test_unknown_words_are_not_found_in_the_readers_language(client: Client) -> None:
    response = client.post("/ar/act/join/999999/", ORGANIZATION, headers=HERE)

    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


def test_the_words_of_another_language_are_not_found(client: Client, statement: Statement) -> None:
    address = f"/ar/act/join/{newest(statement, 'en').pk}/"

    assert client.post(address, ORGANIZATION, headers=HERE).status_code == 404


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

    assert not re.search("rosa|casa|lakeside", response.url, re.IGNORECASE)
    for answer in (response, again, client.get(response.url)):
        assert "no-store" in answer["Cache-Control"]
        assert "public" not in answer["Cache-Control"]
        assert not answer.cookies
