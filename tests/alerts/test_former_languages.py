"""Links in old mails work in a language that the site offers no more."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from alerts.petitions import news
from alerts.petitions.models import Signature
from alerts.supporters.confirmation import confirmation_url
from alerts.supporters.leaving import leave_url
from coalition.tokens import entry_url
from tests.factories.coalition import ContactFactory
from tests.factories.petitions import SignatureFactory
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db
FORMER = "so"


@pytest.fixture
def signature() -> Signature:
    found: Signature = SignatureFactory(counted=True, wants_news=True, locale=FORMER)
    return found


def path(address: str) -> str:
    return urlsplit(address).path


@pytest.mark.parametrize(("reads", "language"), [("es", "es"), ("so", "en"), ("", "en")])
def test_leaving_works_in_a_language_the_site_has_now(
    client: Client, signature: Signature, reads: str, language: str
) -> None:
    address = path(leave_url("signature", signature.pk, FORMER))
    assert address.startswith(f"/{FORMER}/act/leave/")
    page = client.get(address, headers={"Accept-Language": reads})
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies
    done = client.post(address, {"step": "this"}, headers=HERE)
    assert done.url.startswith("/en/act/left/")
    assert client.get(done.url).status_code == 200
    assert signature.petition.count == 0


def test_one_click_unsubscribes_without_a_redirect(client: Client, signature: Signature) -> None:
    address = path(news.unsubscribe_url(signature.pk, FORMER))
    answer = client.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    signature.refresh_from_db()
    assert not signature.wants_news


def test_confirming_works_too(client: Client) -> None:
    signature = SignatureFactory(locale=FORMER)
    address = path(confirmation_url("signature", signature.pk, FORMER))
    assert client.get(address).status_code == 200
    assert client.post(address, headers=HERE).url.startswith("/en/act/signed/")
    assert signature.petition.count == 1


def test_so_does_the_entry_of_a_contact(client: Client) -> None:
    contact = ContactFactory(state="confirmed", locale=FORMER)
    assert client.get(path(entry_url(contact))).status_code == 200


def test_another_site_cannot_press_the_button_there_either(
    client: Client, signature: Signature
) -> None:
    address = path(leave_url("signature", signature.pk, FORMER))
    answer = client.post(address, {"step": "this"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert signature.petition.count == 1


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_languages_that_are_offered_stay_what_they_are(
    client: Client, signature: Signature, language: str
) -> None:
    page = client.get(path(leave_url("signature", signature.pk, language)))
    assert f'<html lang="{language}"' in page.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/so/act/leave/x/",
        "/so/act/leave/",
        "/so/act/sign/1/",
        "/so/act/entry-link/",
        "/so/act/thanks/x/",
        "/so/",
        "/nonsense/act/leave/x/",
        "/en/act/leave/",
    ],
)
def test_nothing_else_is_found_there(client: Client, address: str) -> None:
    for ask in (client.get, client.post):
        assert ask(address, headers=HERE, follow=True).status_code == 404
