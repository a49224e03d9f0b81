"""What a visitor gets for a ZIP code."""

from datetime import UTC, datetime

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from alerts.officials import lookup
from alerts.officials.districts import District
from alerts.officials.lookup import look_up, narrow
from tests.factories.officials import (
    HouseSeatFactory,
    OfficialFactory,
    SenatorFactory,
    ZipDistrictFactory,
)

pytestmark = pytest.mark.django_db


def names(officials: tuple) -> list[str]:
    return [official.last_name for official in officials]


@pytest.fixture
def border() -> None:
    """A ZIP code on the line of Arizona and New Mexico, with everybody in office."""
    for state, district in (("NM", 3), ("AZ", 2), ("AZ", 10)):
        ZipDistrictFactory(zip="86515", state=state, district=district)
        OfficialFactory(
            last_name=f"{state}-{district}", office__state=state, office__district=district
        )
        for seat_class in {3, 1} if district != 10 else ():
            SenatorFactory(
                last_name=f"{state} {seat_class}",
                office__state=state,
                office__seat_class=seat_class,
            )


def test_a_zip_leads_to_two_senators_and_one_representative() -> None:
    ZipDistrictFactory()
    SenatorFactory(last_name="Third", office__seat_class=3)
    SenatorFactory(last_name="Second", office__seat_class=2)
    OfficialFactory(last_name="Ninth")
    OfficialFactory(last_name="Tenth", office__district=10)
    SenatorFactory(last_name="Elsewhere", office__state="IA")
    found = look_up("60062")
    assert names(found.senators) == ["Second", "Third"]
    assert names(found.representatives) == ["Ninth"]
    assert (found.states, found.districts) == (("IL",), (District("IL", 9),))
    assert (found.vacant, found.problem, found.message) == ((), "", "")


@pytest.mark.usefixtures("border")
def test_a_zip_across_a_border_lists_states_then_districts_in_order() -> None:
    found = look_up("86515")
    assert found.states == ("AZ", "NM")
    assert [area.code for area in found.districts] == ["AZ-2", "AZ-10", "NM-3"]
    assert names(found.senators) == ["AZ 1", "AZ 3", "NM 1", "NM 3"]
    assert names(found.representatives) == ["AZ-2", "AZ-10", "NM-3"]
    assert found.crosses_states
    assert found.is_split


@pytest.mark.usefixtures("border")
def test_a_visitor_narrows_down_by_state_then_by_district() -> None:
    in_state = narrow(look_up("86515"), state="AZ")
    assert names(in_state.senators) == ["AZ 1", "AZ 3"]
    assert names(in_state.representatives) == ["AZ-2", "AZ-10"]
    assert not in_state.crosses_states
    chosen = narrow(in_state, district=District("AZ", 10))
    assert names(chosen.officials) == ["AZ 1", "AZ 3", "AZ-10"]
    assert not chosen.is_split


@pytest.mark.usefixtures("border")
def test_a_choice_that_the_zip_does_not_offer_is_refused() -> None:
    found = look_up("86515")
    for choice in (
        {"state": "IL"},
        {"district": District("AZ", 9)},
        {"state": "NM", "district": District("AZ", 2)},
    ):
        with pytest.raises(ValueError, match="86515"):
            narrow(found, **choice)


@pytest.mark.usefixtures("border")
def test_no_choice_leaves_the_answer_as_it_is() -> None:
    found = look_up("86515")
    assert narrow(found) == found


@pytest.mark.usefixtures("border")
@pytest.mark.parametrize("zip_code", ["86515", "20500", "99999", "09001"])
def test_an_answer_takes_three_queries_at_most(
    zip_code: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        found = look_up(zip_code)
        titles = [official.title for official in found.officials]
    assert "" not in titles


def test_a_seat_without_a_holder_is_vacant() -> None:
    ZipDistrictFactory(district=9)
    ZipDistrictFactory(district=10)
    OfficialFactory(office__district=10)
    HouseSeatFactory(district=9)
    found = look_up("60062")
    assert found.vacant == (District("IL", 9),)
    assert found.problem == ""


def test_a_vacant_delegate_leaves_nobody_and_is_still_called_vacant() -> None:
    ZipDistrictFactory(zip="20001", state="DC", district=0)
    OfficialFactory()
    found = look_up("20001")
    assert (found.officials, found.vacant, found.problem) == ((), (District("DC", 0),), "")


def test_seats_are_not_called_vacant_before_officials_are_loaded() -> None:
    ZipDistrictFactory()
    found = look_up("60062")
    assert (found.problem, found.vacant) == (lookup.NO_OFFICIALS, ())
    assert "has not been loaded" in found.message


def test_zip_plus_four_is_looked_up_by_its_first_five_digits() -> None:
    ZipDistrictFactory()
    OfficialFactory()
    assert look_up(" 60062-1234 ").zip == "60062"


def test_a_zip_without_a_district_still_has_senators() -> None:
    SenatorFactory(last_name="Second", office__state="NY")
    found = look_up("12345")
    assert (found.states, found.districts) == (("NY",), ())
    assert names(found.senators) == ["Second"]
    assert found.problem == lookup.NO_DISTRICT
    assert "12345 is in New York" in found.message


@pytest.mark.parametrize(
    ("zip_code", "problem", "words"),
    [
        ("09001", lookup.MILITARY, "your home state"),
        ("34002", lookup.MILITARY, "your home state"),
        ("99999", lookup.UNKNOWN, "Please check it"),
        ("96939", lookup.UNREPRESENTED, "elects nobody"),
    ],
)
def test_what_is_not_known_is_explained(zip_code: str, problem: str, words: str) -> None:
    found = look_up(zip_code)
    assert (found.states, found.problem) == ((), problem)
    assert words in found.message


@pytest.mark.parametrize("text", ["", "1234", "123456", "abcde", "12345-", "٠٦٠٠٦", "60062\n1"])
def test_what_is_no_zip_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a ZIP code"):
        look_up(text)


def test_new_lines_come_into_force_with_the_new_congress() -> None:
    ZipDistrictFactory(congress=119, district=9)
    ZipDistrictFactory(congress=120, district=10)
    OfficialFactory()
    with time_machine.travel(datetime(2027, 1, 1, tzinfo=UTC)):
        assert look_up("60062").districts == (District("IL", 9),)
    with time_machine.travel(datetime(2027, 1, 4, tzinfo=UTC)):
        assert look_up("60062").districts == (District("IL", 10),)


def test_lines_loaded_too_early_are_better_than_none() -> None:
    ZipDistrictFactory(congress=120, district=10)
    OfficialFactory()
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=UTC)):
        assert look_up("60062").districts == (District("IL", 10),)


def test_somebody_out_of_office_is_not_found() -> None:
    ZipDistrictFactory()
    OfficialFactory(office=None)
    OfficialFactory(office__district=10)
    assert look_up("60062").representatives == ()
