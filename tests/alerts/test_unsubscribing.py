"""Hearing no more of a petition: only a post does it, from wherever it comes."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alerts.petitions import news
from alerts.petitions.models import Signature
from alerts.petitions.news.unsubscribing import NOBODY
from alerts.supporters.confirmation import confirmation_token
from tests.factories.news import UpdateFactory, reader
from tests.factories.petitions import PetitionFactory
from tests.support.queue import work

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def signature() -> Signature:
    return reader(PetitionFactory(), "ana@example.org")


def path_of(signature: Signature, locale: str = "en") -> str:
    return urlsplit(news.unsubscribe_url(signature.pk, locale)).path


def wants_news(signature: Signature) -> bool:
    signature.refresh_from_db()
    return signature.wants_news


def test_opening_the_link_changes_nothing_and_its_button_unsubscribes(
    client: Client, signature: Signature
) -> None:
    page = client.get(path_of(signature)).content.decode()
    client.head(path_of(signature))
    assert "Press the button" in page
    assert wants_news(signature)

    answer = client.post(path_of(signature), headers={"Sec-Fetch-Site": "same-origin"})
    assert "You are unsubscribed" in answer.content.decode()
    assert not wants_news(signature)


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "cross-site", "Origin": "https://mail.example"}]
)
def test_one_click_in_a_mail_program_unsubscribes_without_a_redirect(
    client: Client, signature: Signature, headers: dict[str, str]
) -> None:
    answer = client.post(path_of(signature), ONE_CLICK, headers=headers)

    assert answer.status_code == 200
    assert not wants_news(signature)


def test_one_click_works_when_the_language_of_the_mail_is_not_offered_any_more(
    client: Client, signature: Signature
) -> None:
    answer = client.post(path_of(signature, "fr"), ONE_CLICK)

    assert answer.status_code == 200
    assert not wants_news(signature)


def test_the_link_of_a_mail_is_the_one_that_works(client: Client, signature: Signature) -> None:
    news.start(update=UpdateFactory(petition=signature.petition))
    work()
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")

    client.post(urlsplit(link).path, ONE_CLICK)

    assert not wants_news(signature)


def test_the_signature_still_counts(client: Client, signature: Signature) -> None:
    client.post(path_of(signature), ONE_CLICK)
    assert signature.petition.count == 1


def test_it_ends_the_news_of_that_petition_for_the_whole_address(
    client: Client, signature: Signature
) -> None:
    second = reader(signature.petition, "ana@example.org", slot=2)
    elsewhere = reader(PetitionFactory(), "ana@example.org")
    other = reader(signature.petition, "ben@example.org")

    client.post(path_of(signature), ONE_CLICK)

    assert [wants_news(row) for row in (signature, second)] == [False, False]
    assert [wants_news(row) for row in (elsewhere, other)] == [True, True]


def test_the_link_works_for_ever(client: Client, signature: Signature, time_machine: Any) -> None:
    path = path_of(signature)
    time_machine.move_to("2040-01-01")
    client.post(path, ONE_CLICK)
    assert not wants_news(signature)


def test_the_page_is_the_same_whatever_became_of_the_signature(
    client: Client, signature: Signature
) -> None:
    path = path_of(signature)
    pages = [client.post(path, ONE_CLICK).content]
    pages.append(client.post(path, ONE_CLICK).content)
    signature.delete()
    pages.append(client.post(path, ONE_CLICK).content)
    nobody = urlsplit(news.unsubscribe_url(NOBODY, "en")).path
    pages.append(client.post(nobody, ONE_CLICK).content)

    assert {page.replace(nobody.encode(), path.encode()) for page in pages} == {pages[0]}


@pytest.mark.parametrize("spoilt", ["x", "{}x", "x{}"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_was_cut_or_altered_does_nothing(
    client: Client, signature: Signature, spoilt: str, method: str
) -> None:
    token = path_of(signature).split("/")[-2]
    path = f"/en/act/unsubscribe/{spoilt.format(token)}/"
    assert getattr(client, method)(path).status_code == 404
    assert wants_news(signature)


def test_a_link_for_leaving_or_confirming_unsubscribes_nobody(
    client: Client, signature: Signature
) -> None:
    token = confirmation_token("signature", signature.pk)
    assert client.post(f"/en/act/unsubscribe/{token}/", ONE_CLICK).status_code == 404
    assert wants_news(signature)


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_the_page_is_stored_nowhere_sets_no_cookie_and_leaks_no_address(
    client: Client, signature: Signature, locale: str
) -> None:
    for answer in (client.get(path_of(signature, locale)), client.post(path_of(signature, locale))):
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"
        assert not answer.cookies
        assert "ana@example.org" not in answer.content.decode()
        assert f'<html lang="{locale}"' in answer.content.decode()


def test_the_address_in_the_link_says_nothing_of_who_signed(signature: Signature) -> None:
    assert "ana" not in path_of(signature)
    assert signature.email_hash not in path_of(signature)


def test_opening_the_link_reads_nothing_about_the_signer(
    client: Client, signature: Signature
) -> None:
    path = path_of(signature)
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    assert not [query for query in queries if "petitions_" in query["sql"]]
