"""Forms to join that cannot be taken: answered in the reader's language, with all that is typed."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from coalition.models import Contact, Endorser, Statement, StatementPage
from coalition.services import publish_words
from tests.support.joining import ORGANIZATION, newest, post
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db


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
    assert Endorser.objects.get(origin="joined").places.count() == 1


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


def test_unknown_words_are_not_found_in_the_readers_language(client: Client) -> None:
    response = client.post("/ar/act/join/999999/", ORGANIZATION, headers=HERE)

    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


def test_the_words_of_another_language_are_not_found(client: Client, statement: Statement) -> None:
    address = f"/ar/act/join/{newest(statement, 'en').pk}/"

    assert client.post(address, ORGANIZATION, headers=HERE).status_code == 404
