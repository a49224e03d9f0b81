"""Where somebody lives and can be called, in the digits and scripts of any country."""

import unicodedata

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from alerts.supporters.fields import (
    CountryField,
    PhoneField,
    PostalCodeField,
    ZipField,
)
from tests.support.answers import sentences


@pytest.mark.parametrize(
    "typed",
    [
        "60614",
        " 60614 ",
        "60614-1234",
        "60614 1234",
        "606141234",
        "60614–1234",
        "٦٠٦١٤",
        "۶۰۶۱۴",
        "６０６１４",
        "\u200f٦٠٦١٤\u200e",
        "६०६१४-१२३४",
    ],
)
def test_a_zip_in_any_digits_becomes_five(typed: str) -> None:
    assert ZipField().clean(typed) == "60614"


@given(st.from_regex(r"\A\d{5}\Z"))
def test_every_script_that_counts_by_ten_can_write_a_zip(typed: str) -> None:
    assert ZipField().clean(typed) == "".join(str(unicodedata.decimal(char)) for char in typed)


@pytest.mark.parametrize(
    "typed", ["6061", "606145", "60614-12", "H0H 0H0", "60614\n60615", "²0614"]
)
def test_what_is_no_zip_is_asked_for_five_digits(typed: str) -> None:
    assert "five digits of your ZIP code" in sentences(ZipField(), typed)


def test_an_optional_zip_may_stay_empty() -> None:
    assert ZipField(required=False).clean(" ") == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("312 555 0100", "312 555 0100"),
        ("(312) 555-0100 x12", "(312) 555-0100 x12"),
        ("+52 55 5555 0100", "+52 55 5555 0100"),
        ("٣١٢٥٥٥٠١٠٠", "3125550100"),
        ("312–555–0100 ext. 7", "312-555-0100 ext. 7"),
    ],
)
def test_a_phone_number_of_any_country_is_taken(typed: str, kept: str) -> None:
    assert PhoneField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["555", "=3125550100", "312 555 0100; 1", "1" * 30, "phone"])
def test_what_is_no_phone_number_is_asked_for_digits(typed: str) -> None:
    assert "with digits" in sentences(PhoneField(), typed)


@pytest.mark.parametrize("typed", ["SW1A 1AA", "06600", "H0H 0H0", "1010-123", "100-0001"])
def test_a_postal_code_of_any_country_is_taken(typed: str) -> None:
    assert PostalCodeField().clean(typed) == typed


@pytest.mark.parametrize("typed", ["=1+1", "-12", "<b>", "SW1A;1AA", "a_b"])
def test_what_is_no_postal_code_is_answered_with_what_to_do(typed: str) -> None:
    assert "letters and digits" in sentences(PostalCodeField(), typed)


def test_home_stands_before_every_other_country() -> None:
    codes = [code for code, _name in CountryField().choices]
    assert codes[0] == "US"
    assert len(codes) == len(set(codes)) > 200
    assert not {"EU", "UN", "ZZ", "PR", "XA"} & set(codes)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("en", "Afghanistan", "Zimbabwe"), ("es", "Afganistán", "Zimbabue"), ("ar", "إثيوبيا", "")],
)
def test_countries_follow_the_readers_alphabet(language: str, first: str, last: str) -> None:
    with override(language):
        names = [name for _code, name in CountryField().choices]
    assert names[1] == first
    assert last in names[-1]
