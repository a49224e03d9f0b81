"""The list of a letter "as of" its delivery: recorded once, kept, and open to nobody who left."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from alerts.groups import STEWARDS
from alerts.models import AlertPage
from alerts.petitions.errors import DeliveryRefused
from alerts.petitions.models import DeliveredList, Petition, Signature
from alerts.petitions.services import (
    anonymise_ended,
    change_state,
    leave,
    publish_words,
    record_delivery,
)
from tests.support.sign_on import alert, demo_letter, list_url, signed, words_of

pytestmark = pytest.mark.django_db
State = Signature.State


@pytest.fixture
def letter() -> Petition:
    return demo_letter()


@pytest.fixture
def steward(client: Client) -> Client:
    """Somebody with the rights of stewards and no others."""
    user = User.objects.create_user("steward")
    user.groups.add(Group.objects.get(name=STEWARDS))
    client.force_login(user)
    return client


def today() -> datetime.date:
    return timezone.localdate(timezone=timezone.get_default_timezone())


def deliver(letter: Petition, number: int = 1, **facts: Any) -> DeliveredList:
    told = {"day": today(), "to_whom": "", "by": None, **facts}
    return record_delivery(petition=letter, number=number, **told)


def permalink(letter: Petition, number: int = 1, locale: str = "en") -> str:
    return f"{list_url(letter, locale)}{number}/"


def version(client: Client, letter: Petition, number: int = 1) -> str:
    response = client.get(permalink(letter, number))
    assert response.status_code == 200
    return response.content.decode()


def address(letter: Petition) -> str:
    return reverse("petition_deliveries", args=[letter.pk])


def test_staff_record_a_delivery_and_the_public_finds_it(steward: Client, letter: Petition) -> None:
    signed(letter)
    typed = {"number": "1", "day": str(today()), "to_whom": "Office of the <Mayor>"}
    assert "write this without" in steward.post(address(letter), typed).content.decode()

    page = steward.post(address(letter), typed | {"to_whom": "City Hall"}, follow=True)

    assert "The list was recorded with 1 name." in page.content.decode()
    made = DeliveredList.objects.get()
    assert (made.number, made.names, made.day) == (1, 1, today())
    assert made.recorded_by == User.objects.get(username="steward")
    entry = ModelLogEntry.objects.get(action="petitions.record_delivery")
    assert entry.data == {"number": 1, "names": 1}
    public = version(Client(), letter)
    assert 'Handed to: <bdi lang="en">City Hall</bdi>' in public
    assert "<bdi>Bo Okafor</bdi>" in public


def test_only_who_may_deliver_records_one_and_only_letters_have_the_page(
    editor: Client, letter: Petition
) -> None:
    signed(letter)
    typed = {"number": "1", "day": str(today())}
    edit = f"/admin/snippets/petitions/petition/edit/{letter.pk}/"

    assert editor.get(address(letter), follow=True).redirect_chain
    editor.post(address(letter), typed)

    assert not DeliveredList.objects.exists()
    assert address(letter) not in editor.get(edit).content.decode()


def test_a_petition_that_lists_nobody_has_nothing_to_deliver(
    steward: Client, letter: Petition
) -> None:
    signed(letter)
    Petition.objects.filter(pk=letter.pk).update(shows="full")
    numbers = reverse("petition_numbers", args=[letter.pk])

    assert "there is no list to deliver" in steward.get(address(letter)).content.decode()
    steward.post(address(letter), {"number": "1", "day": str(today())})

    assert not DeliveredList.objects.exists()
    assert address(letter) not in steward.get(numbers).content.decode()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (1, "Please choose a day that is not in the future."),
        (-1, "Please choose a day that is not before the last delivery."),
        (None, "This field is required."),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_what_was_typed_stays(
    steward: Client, letter: Petition, day: int | None, sentence: str
) -> None:
    signed(letter)
    deliver(letter)
    typed = "" if day is None else str(today() + datetime.timedelta(days=day))

    page = steward.post(address(letter), {"number": "2", "day": typed, "to_whom": "City Hall"})

    assert sentence in page.content.decode()
    assert "City Hall" in page.content.decode()
    assert DeliveredList.objects.count() == 1


def test_pressing_twice_records_one(steward: Client, letter: Petition) -> None:
    signed(letter)
    typed = {"number": "1", "day": str(today())}

    steward.post(address(letter), typed)
    page = steward.post(address(letter), typed, follow=True)

    assert "Nothing was recorded" in page.content.decode()
    assert DeliveredList.objects.count() == 1


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
    assert "Late Larsen" in since
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
