"""Districts as values, and the day on which new lines come into force."""

from datetime import date

import pytest

from alerts.officials.districts import District, congress_on
from alerts.officials.states import CODE_BY_FIPS, STATES
from alerts.officials.zips import city_of, state_of


@pytest.mark.parametrize(
    ("day", "congress"),
    [
        (date(2025, 1, 2), 118),
        (date(2025, 1, 3), 119),
        (date(2026, 11, 20), 119),
        (date(2027, 1, 2), 119),
        (date(2027, 1, 3), 120),
    ],
)
def test_a_congress_sits_from_the_third_of_january(day: date, congress: int) -> None:
    assert congress_on(day) == congress


def test_a_district_reads_its_own_code() -> None:
    assert District.parse("IL-9") == District("IL", 9)
    assert District("AK", 0).code == "AK-0"


@pytest.mark.parametrize("code", ["IL9", "IL-", "XX-1", "il-9", "IL-٩", "IL-9 ", "IL-100"])
def test_what_is_no_district_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is no district"):
        District.parse(code)


def test_districts_stand_in_the_order_of_their_numbers() -> None:
    assert sorted([District("IL", 10), District("IL", 9), District("AK", 0)]) == [
        District("AK", 0),
        District("IL", 9),
        District("IL", 10),
    ]


def test_fifty_states_elect_senators_and_six_places_do_not() -> None:
    without = {code for code, state in STATES.items() if not state.has_senators}
    assert without == {"AS", "DC", "GU", "MP", "PR", "VI"}
    assert len(STATES) == len(CODE_BY_FIPS) == 56


def test_the_post_office_knows_state_and_city() -> None:
    assert (state_of("20500"), city_of("20500")) == ("DC", "Washington")


@pytest.mark.parametrize("zip_code", ["09001", "99999", "96939"])
def test_military_unknown_and_foreign_zips_have_no_state(zip_code: str) -> None:
    assert state_of(zip_code) == ""
