"""No number tells who somebody is, by itself or by the sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.petitions.small import FEWEST, without_few, without_guessable


def test_what_has_no_name_never_stands_by_itself() -> None:
    assert without_few({"": 100, "IL": 5, "OH": 4}) == {"IL": 5}


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"en": 20, "es": 9}, {"en": 20, "es": 9}),
        ({"en": 20, "es": 9, "ar": 2}, {"en": 20}),
        ({"en": 20, "es": 4, "ar": 2}, {"en": 20}),
        ({"en": 20, "ar": 2}, {}),
        ({}, {}),
    ],
)
def test_nothing_can_be_told_from_what_is_left(
    counts: dict[str, int], shown: dict[str, int]
) -> None:
    assert without_guessable(counts) == shown


@given(st.dictionaries(st.sampled_from(["", "IL", "OH", "WY", "NY"]), st.integers(0, 12)))
def test_what_is_left_out_is_never_few(counts: dict[str, int]) -> None:
    shown = without_guessable(counts)
    rest = sum(counts.values()) - sum(shown.values())

    assert rest == 0 or rest >= FEWEST or not shown
