"""What a petition asks on its page, and where a signature comes from."""

import re
from typing import Any

import pytest
from django.test import Client

from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.supporters.traces import network_hash
from tests.support.pages import HERE, read

pytestmark = pytest.mark.django_db
PAGE = "/es/alerts/cities-of-safety/"
TYPED = {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622"}
EVERYTHING = dict.fromkeys(("asks_city", "asks_phone", "asks_role", "asks_reason"), "may")


@pytest.fixture
def version(db: None) -> PublishedPetition:
    """The Spanish words of the demo's petition."""
    petition = Petition.objects.get(name="Cities of safety")
    found: PublishedPetition = petition.versions.filter(locale="es").latest("number")
    return found


def change(version: PublishedPetition, **settings: object) -> None:
    Petition.objects.filter(pk=version.petition_id).update(**settings)


def post(client: Client, version: PublishedPetition, **more: Any) -> Any:
    headers = HERE | more.pop("headers", {})
    return client.post(f"/es/act/sign/{version.pk}/", TYPED | more, headers=headers)


def names(page: str) -> set[str]:
    return set(re.findall(r'<(?:input|select|textarea)[^>]*? name="(\w+)"', page))


def test_the_page_asks_only_what_the_editor_chose(
    client: Client, version: PublishedPetition
) -> None:
    base = {"name", "email", "zip", "country", "postal_code", "wants_news", "consent", "website"}
    assert names(read(client, PAGE)) == base

    change(version, shows="first", **EVERYTHING)

    more = {"city", "phone", "title", "organisation", "reason", "shows_name"}
    assert names(read(client, PAGE)) == base | more


def test_all_that_was_typed_is_sealed_and_what_was_ticked_is_kept(
    client: Client, version: PublishedPetition
) -> None:
    change(version, shows="full", **EVERYTHING)
    said = {
        "city": "Guadalajara",
        "phone": "+52 33 5555 0100",
        "title": "Hermana",
        "organisation": "Parroquia de San José",
        "reason": "Por mi madre.",
    }

    ticked = {"shows_name": "full", "wants_news": "on"}
    answer = post(client, version, country="MX", postal_code="44100", **said, **ticked)

    assert answer.status_code == 302
    signature = Signature.objects.get()
    kept = {"name": TYPED["name"], "email": TYPED["email"], "zip": "44100"}
    assert signature.unseal() == said | kept
    assert (signature.country, signature.region) == ("MX", "")
    assert (signature.shows_name, signature.wants_news) == (True, True)
    assert signature.shown_as == "full"


def test_what_was_typed_is_shown_again_beside_an_error(
    client: Client, version: PublishedPetition
) -> None:
    change(version, shows="full", **EVERYTHING)

    answer = post(
        client, version, email="?", country="MX", reason="Por mi madre.", shows_name="full"
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Por mi madre.</textarea>" in page
    assert '<option value="MX" selected>' in page
    assert '<details class="elsewhere" open>' in page
    assert re.search(r'name="shows_name"[^>]* checked', page)


def test_the_page_promises_what_the_petition_does(
    client: Client, version: PublishedPetition
) -> None:
    address = "/en/alerts/cities-of-safety/"
    page = read(client, address)
    assert "We mail you a link" in page
    assert "Your name is not shown to the public." in page

    change(version, shows="first")

    assert "only if you tick the box" in read(client, address)

    change(version, confirms=False)

    page = read(client, address)
    assert "We mail you a link" not in page
    assert "Your signature counts as soon as you send it." in page
    assert "Your name is not shown to the public." in page


def test_the_page_with_the_form_is_the_source(client: Client, version: PublishedPetition) -> None:
    coming = {"Referer": "http://testserver/es/alerts/?email=ana@example.org#x"}

    post(client, version, headers=coming)

    assert Signature.objects.get().source == "/es/alerts/"


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "http://testserver/es/act/sign/1/",
        "http://elsewhere.example/es/alerts/",
        "http://testserver/es/" + "x" * 5_000,
        "http://testserver/no/such/\x01/",
        "http://[broken",
    ],
)
def test_where_no_page_of_ours_is_named_the_alert_is_the_source(
    client: Client, version: PublishedPetition, referer: str
) -> None:
    post(client, version, headers={"Referer": referer})

    assert Signature.objects.get().source == PAGE


def test_the_network_is_kept_as_a_hash_only(client: Client, version: PublishedPetition) -> None:
    post(client, version)

    signature = Signature.objects.get()
    assert signature.network_hash == network_hash("127.0.0.1")


def test_what_only_a_program_fills_in_is_answered_alike(
    client: Client, version: PublishedPetition
) -> None:
    answer = post(client, version, website="https://spam.example")

    assert answer.status_code == 302
    assert "/act/signed/" in answer.url
    assert Signature.objects.get().held_for
