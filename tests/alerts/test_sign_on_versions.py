"""The list of a letter "as of" its delivery: kept, and without anybody who left."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alerts.models import AlertPage
from alerts.petitions.errors import DeliveryRefused
from alerts.petitions.models import Petition, Signature
from alerts.petitions.services import anonymise_ended, change_state, leave, publish_words
from tests.support.sign_on import (
    alert,
    deliver,
    demo_letter,
    list_url,
    permalink,
    signed,
    today,
    version,
    words_of,
)

pytestmark = pytest.mark.django_db
State = Signature.State


@pytest.fixture
def letter() -> Petition:
    return demo_letter()


def test_nobody_is_delivered_as_a_list(letter: Petition) -> None:
    signed(letter)

    with pytest.raises(DeliveryRefused):
        deliver(letter, day=today() - datetime.timedelta(days=1))


def test_who_comes_later_stands_apart_and_on_no_earlier_version(
    client: Client, letter: Petition
) -> None:
    signed(letter)
    deliver(letter)
    signed(letter, name="Late Larsen")

    page = alert(client)
    delivered, since = page.split("Since then")

    assert f'<a href="{permalink(letter)}">As of ' in delivered
    assert ": 1 name" in delivered
    assert "Bo Okafor" in delivered
    assert "Larsen" not in delivered
    assert "Late Larsen" in since
    assert "Okafor" not in since
    assert "Larsen" not in version(client, letter)
    assert "Larsen" in client.get(list_url(letter)).content.decode()


def test_each_delivery_is_a_version_of_its_own(client: Client, letter: Petition) -> None:
    signed(letter)
    deliver(letter)
    signed(letter, name="Late Larsen")

    assert deliver(letter, 2).names == 2

    assert "Larsen" not in version(client, letter, 1)
    assert "Larsen" in version(client, letter, 2)
    assert "Since then" not in alert(client)
    assert permalink(letter, 1) in version(client, letter, 2)


@pytest.mark.parametrize("goes", ["leaves", "is invalid", "is forgotten"])
def test_who_goes_vanishes_from_every_version_and_the_number_stays(
    client: Client, letter: Petition, goes: str
) -> None:
    gone = signed(letter, name="Gone Garcia")
    signed(letter)
    deliver(letter)
    assert "some have since been taken off" not in version(client, letter)

    if goes == "leaves":
        leave([gone.pk])
    else:
        change_state(
            signature_id=gone.pk, to=State.ANONYMISED if "forgot" in goes else State.INVALIDATED
        )

    page = version(client, letter)
    assert "Garcia" not in page
    assert "Garcia" not in alert(client)
    assert ": 2 names" in page
    assert "some have since been taken off" in page


def test_when_everybody_is_forgotten_the_number_is_left(
    client: Client, letter: Petition, time_machine: Any
) -> None:
    signed(letter)
    deliver(letter)
    Petition.objects.filter(pk=letter.pk).update(state="delivered")
    anonymise_ended()
    time_machine.move_to(timezone.now() + datetime.timedelta(days=400))

    anonymise_ended()

    page = version(client, letter)
    assert "Okafor" not in page + alert(client)
    assert ": 1 name" in page
    assert "Nobody is listed here." in page


def test_a_letter_that_is_open_again_takes_names_and_keeps_its_version(
    client: Client, letter: Petition
) -> None:
    signed(letter)
    deliver(letter)
    Petition.objects.filter(pk=letter.pk).update(state="delivered")
    shut = alert(client)
    assert 'name="shows_name"' not in shut
    assert "Delivered." in shut
    assert "Bo Okafor" in shut
    before = version(client, letter)

    Petition.objects.filter(pk=letter.pk).update(state="open")
    signed(letter, name="Late Larsen")

    assert 'name="shows_name"' in alert(client)
    assert "Larsen" in alert(client)
    assert version(client, letter) == before


def test_the_list_of_an_earlier_day_is_that_of_its_end(
    client: Client, letter: Petition, time_machine: Any
) -> None:
    noon = datetime.datetime(2026, 11, 18, 12, tzinfo=timezone.get_default_timezone())
    time_machine.move_to(noon)
    signed(letter)
    time_machine.move_to(noon.replace(hour=23, minute=59))
    signed(letter, name="Evening Evans")
    time_machine.move_to(noon.replace(day=19, hour=0, minute=1))
    signed(letter, name="Late Larsen")

    made = deliver(letter, day=noon.date())

    assert (made.names, made.day) == (2, noon.date())
    assert "As of November 18, 2026: 2 names" in version(client, letter)
    assert "Larsen" not in version(client, letter)


def test_one_that_was_held_stands_on_the_list_from_its_release(
    client: Client, letter: Petition
) -> None:
    signed(letter)
    held = signed(letter, name="Held Haddad", counted_at=None, state=State.HELD)
    deliver(letter)

    change_state(signature_id=held.pk, to=State.COUNTED)

    assert "Haddad" not in version(client, letter)
    assert "Haddad" in alert(client).split("Since then")[1]


def test_one_that_was_invalid_by_mistake_stands_where_it_stood(
    client: Client, letter: Petition
) -> None:
    signature = signed(letter)
    deliver(letter)

    change_state(signature_id=signature.pk, to=State.INVALIDATED)
    change_state(signature_id=signature.pk, to=State.COUNTED)

    assert "Okafor" in version(client, letter)
    assert "Since then" not in alert(client)


def test_a_version_tells_the_words_that_were_delivered(client: Client, letter: Petition) -> None:
    signed(letter)
    deliver(letter)
    fields = words_of(letter).fields
    changed = {**fields, "title": "Other words", "statement": "<p>Other words.</p>"}
    publish_words(petition=letter, locale="en", words=changed)

    assert "Other words" not in version(client, letter)
    assert "Other words" in client.get(list_url(letter)).content.decode()


def test_a_version_may_be_kept_by_caches_and_is_shut_with_its_alert(
    client: Client, letter: Petition
) -> None:
    signed(letter)
    deliver(letter)
    response = client.get(permalink(letter))
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "noindex" in response.content.decode()
    assert client.get(permalink(letter, 2)).status_code == 404
    assert client.get(permalink(letter, locale="ar")).status_code == 200

    AlertPage.objects.get(slug="let-them-come", locale__language_code="ar").unpublish()

    assert client.get(permalink(letter, locale="ar")).status_code == 404
    assert client.get(permalink(letter)).status_code == 200
