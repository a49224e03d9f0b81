"""Staff record that the list of a sign-on letter was handed over."""

import datetime

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from alerts.groups import STEWARDS
from alerts.petitions.models import DeliveredList, Petition
from tests.support.sign_on import deliver, demo_letter, signed, today, version

pytestmark = pytest.mark.django_db


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
