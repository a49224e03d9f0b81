"""What a seat and its holder say of themselves."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from alerts.officials.models import Office, Official
from tests.factories.officials import (
    HouseSeatFactory,
    OfficialFactory,
    SenateSeatFactory,
    SenatorFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("IL", "Representative"),
        ("DC", "Delegate"),
        ("GU", "Delegate"),
        ("PR", "Resident Commissioner"),
    ],
)
def test_a_house_member_is_addressed_by_where_they_are_elected(state: str, title: str) -> None:
    assert OfficialFactory(office__state=state, office__district=0).title == title


def test_a_senator_is_addressed_as_senator() -> None:
    assert SenatorFactory().title == "Senator"


def test_somebody_out_of_office_has_no_title() -> None:
    assert OfficialFactory(office=None).title == ""


def test_seats_are_named_in_full() -> None:
    assert str(SenateSeatFactory()) == "Illinois, Senate seat of class 2"
    assert str(HouseSeatFactory()) == "Illinois, district 9"
    assert str(HouseSeatFactory(state="AK", district=0)) == "Alaska"


def test_the_channels_are_the_ways_that_exist_and_the_email_comes_first() -> None:
    official = OfficialFactory(email="rosa@example.org", contact_form="https://example.org/form")
    assert [(way.kind, way.href) for way in official.channels()] == [
        ("email", "mailto:rosa@example.org"),
        ("form", "https://example.org/form"),
        ("website", "https://rivera.example.org"),
        ("phone", "tel:+12025550100"),
    ]


def test_an_official_nobody_can_reach_has_no_channels() -> None:
    assert OfficialFactory(website="", phone="").channels() == []


@pytest.mark.parametrize("web_address", ["javascript:alert(1)", "ftp://example.org", "example"])
def test_an_editor_cannot_store_what_is_no_web_address(web_address: str) -> None:
    with pytest.raises(ValidationError, match="valid URL"):
        OfficialFactory(contact_form=web_address).full_clean()


def test_an_editor_cannot_store_words_as_a_phone_number() -> None:
    with pytest.raises(ValidationError, match="202-224-3121"):
        OfficialFactory(phone="ask the front desk").full_clean()


def test_a_seat_is_listed_once() -> None:
    SenateSeatFactory()
    HouseSeatFactory()
    for again in (SenateSeatFactory, HouseSeatFactory):
        with pytest.raises(IntegrityError), transaction.atomic():
            again()
    assert Office.objects.count() == 2


@pytest.mark.parametrize(
    "seat",
    [
        {"kind": "senator", "seat_class": None, "district": None},
        {"kind": "senator", "seat_class": 2, "district": 9},
        {"kind": "representative", "seat_class": None, "district": None},
    ],
)
def test_a_seat_has_either_a_class_or_a_district(seat: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Office.objects.create(state="IL", **seat)


def test_the_capital_has_no_senate_seat() -> None:
    with pytest.raises(ValidationError, match="District of Columbia has no seats in the Senate"):
        SenateSeatFactory.build(state="DC").full_clean()


def test_two_people_cannot_hold_one_seat() -> None:
    office = OfficialFactory().office
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficialFactory(office=office)
    assert Official.objects.count() == 1


def test_a_seat_that_somebody_holds_cannot_be_deleted() -> None:
    office = OfficialFactory().office
    with pytest.raises(ProtectedError):
        office.delete()


def test_vacant_seats_are_those_nobody_holds() -> None:
    OfficialFactory()
    vacant = HouseSeatFactory(district=10)
    assert list(Office.objects.vacant()) == [vacant]
