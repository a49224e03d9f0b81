"""Signing over HTTP, as a visitor's browser does it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alerts.models import AlertPage
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.services import publish_words
from alerts.supporters.models import Consent
from tests.support.mailbox import confirm_from_mail, link_in
from tests.support.pages import HERE
from tests.support.queue import work

pytestmark = pytest.mark.django_db
TYPED = {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622"}


@pytest.fixture
def petition() -> Petition:
    found: Petition = Petition.objects.get(name="Cities of safety")
    return found


def newest(petition: Petition, locale: str = "es") -> PublishedPetition:
    return petition.versions.filter(locale=locale).latest("number")


def post(client: Client, petition: Petition, locale: str = "es", **typed: str) -> Any:
    address = f"/{locale}/act/sign/{newest(petition, locale).pk}/"
    return client.post(address, {**TYPED, **typed}, headers=HERE)


def counted(petition: Petition) -> int:
    return Petition.objects.get(pk=petition.pk).count


@pytest.mark.smoke
def test_signing_in_spanish_and_confirming_from_the_mail_counts_once(
    client: Client, petition: Petition
) -> None:
    thanks = client.get(post(client, petition).url)
    assert thanks.status_code == 200
    assert counted(petition) == 0

    page = confirm_from_mail(client)

    assert page.status_code == 200
    assert counted(petition) == 1
    signature = Signature.objects.get()
    assert (signature.locale, signature.region) == ("es", "IL")
    assert signature.unseal()["name"] == "Ana Ruiz"


def test_signing_in_two_languages_counts_one_person(client: Client, petition: Petition) -> None:
    post(client, petition, "es")
    confirm_from_mail(client)
    post(client, petition, "ar", email="ANA@example.org")
    work()

    assert len(mail.outbox) == 1
    assert Signature.objects.count() == counted(petition) == 1


def test_the_second_of_two_links_is_answered_after_the_first_was_used(
    client: Client, petition: Petition
) -> None:
    for locale in ("es", "ar"):
        post(client, petition, locale)
    work()
    first, second = (link_in(message.body) for message in mail.outbox)

    assert client.post(first, headers=HERE).status_code == 302
    for answer in (client.get(second), client.post(second, headers=HERE)):
        assert answer.status_code == 410
    assert counted(petition) == 1


def test_a_receipt_opens_no_page_of_another_kind(client: Client, petition: Petition) -> None:
    receipt = post(client, petition).url.rstrip("/").rsplit("/", 1)[1]

    assert client.get(f"/es/act/signed/{receipt}/").status_code == 200
    assert client.get(f"/es/act/sent/{receipt}/").status_code == 404


def test_a_repeated_address_gets_the_same_answer(client: Client, petition: Petition) -> None:
    first = post(client, petition)
    again = post(client, petition)

    assert first.status_code == again.status_code == 302
    pages = [client.get(response.url).content for response in (first, again)]
    receipt = rb"/act/\w+/[^/]+/"
    assert re.sub(receipt, b"", pages[0]) == re.sub(receipt, b"", pages[1])


def test_opening_the_link_changes_nothing(client: Client, petition: Petition) -> None:
    post(client, petition)
    work()

    client.get(link_in(mail.outbox[-1].body))

    assert Signature.objects.get().state == Signature.State.PENDING


def test_pressing_the_button_twice_counts_once(client: Client, petition: Petition) -> None:
    post(client, petition)
    confirm_from_mail(client)
    client.post(link_in(mail.outbox[-1].body), headers=HERE)

    assert counted(petition) == 1


def test_a_ticked_box_is_kept_with_the_sentence_that_was_shown(
    client: Client, petition: Petition
) -> None:
    post(client, petition, consent=newest(petition).consent_key)
    consent = Consent.objects.select_related("text").get()
    assert consent.confirmed_at is None

    confirm_from_mail(client)

    consent.refresh_from_db()
    assert consent.confirmed_at is not None
    assert consent.text.text == newest(petition).fields["consent_text"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "Ana\nBcc: all@example.org"),
        ("name", "\u202eaeR anA"),
        ("name", "https://spam.example"),
        ("email", "ana example.org"),
        ("email", "ana@example.org\nBcc: all@example.org"),
        ("email", "ana @example.org"),
        ("zip", "1234"),
        ("zip", "ABCDE"),
        ("name", "x" * 1_000_000),
    ],
)
@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_bad_input_is_answered_beside_its_field_and_kept(
    client: Client, petition: Petition, field: str, typed: str, locale: str
) -> None:
    response = post(client, petition, locale, **{field: typed})

    page = response.content.decode()
    assert response.status_code == 422
    assert f'<html lang="{locale}"' in page
    assert f'_{field}_error"' in page
    assert 'class="problems"' in page
    assert "Ana Ruiz" in page if field != "name" else "ana@example.org" in page
    assert Signature.objects.count() == 0


@pytest.mark.parametrize("name", ["O", "李", "Nguyễn Thị Mỹ", "عبد الله", "Jean-Luc d'Arc", "ኣበበ"])
def test_any_name_of_any_length_and_script_is_taken(
    client: Client, petition: Petition, name: str
) -> None:
    assert post(client, petition, name=name).status_code == 302
    assert Signature.objects.get().unseal()["name"] == name


@pytest.mark.parametrize("zip_code", ["60622-1234", " 60622 ", "٦٠٦٢٢"])
def test_zip_codes_are_understood_as_people_write_them(
    client: Client, petition: Petition, zip_code: str
) -> None:
    post(client, petition, zip=zip_code)

    assert Signature.objects.get().unseal()["zip"] == "60622"


def test_words_that_changed_meanwhile_are_shown_and_input_is_kept(
    client: Client, petition: Petition
) -> None:
    old = newest(petition)
    publish_words(petition=petition, locale="es", words={**old.fields, "title": "Otro título"})

    response = client.post(f"/es/act/sign/{old.pk}/", TYPED, headers=HERE)

    page = response.content.decode()
    assert response.status_code == 422
    assert f"/es/act/sign/{newest(petition).pk}/" in page
    assert 'value="ana@example.org"' in page
    assert Signature.objects.count() == 0


@pytest.mark.parametrize("state", ["paused", "closed", "won", "delivered"])
def test_a_petition_that_is_not_open_says_so_and_keeps_input(
    client: Client, petition: Petition, state: str
) -> None:
    Petition.objects.filter(pk=petition.pk).update(state=state)

    response = post(client, petition)

    assert response.status_code == 422
    assert 'value="ana@example.org"' in response.content.decode()
    assert Signature.objects.count() == 0


def test_a_petition_past_its_deadline_is_closed(client: Client, petition: Petition) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    Petition.objects.filter(pk=petition.pk).update(closes_at=yesterday)

    assert post(client, petition).status_code == 422


def test_when_the_page_was_taken_down_the_form_stands_alone(
    client: Client, petition: Petition
) -> None:
    AlertPage.objects.filter(translation_key=petition.home).update(live=False)

    response = post(client, petition, zip="?")

    assert response.status_code == 422
    assert 'value="Ana Ruiz"' in response.content.decode()


def test_unknown_words_are_not_found_in_the_readers_language(client: Client) -> None:
    response = client.post("/ar/act/sign/999999/", TYPED, headers=HERE)

    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


def test_the_address_of_an_act_leads_a_reader_to_the_alert(
    client: Client, petition: Petition
) -> None:
    response = client.get(f"/es/act/sign/{newest(petition).pk}/")

    assert response.url == "/es/alerts/cities-of-safety/"


@pytest.mark.parametrize("token", ["x", "a.b.c", "%00", "x" * 4000])
def test_a_token_we_never_issued_is_answered_in_a_sentence(client: Client, token: str) -> None:
    for step in ("confirm", "signed", "sent"):
        response = client.get(f"/es/act/{step}/{token}/")
        assert response.status_code == 404
        assert '<html lang="es"' in response.content.decode()


def test_an_old_link_is_gone_and_says_what_to_do(
    client: Client, petition: Petition, time_machine: Any
) -> None:
    post(client, petition)
    work()
    time_machine.move_to(timezone.now() + timedelta(days=30))

    assert client.get(link_in(mail.outbox[-1].body)).status_code == 410
