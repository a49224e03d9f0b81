"""Forgiving about how people write, strict about what harms them or others."""

import time
import unicodedata
from collections.abc import Callable

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from alerts.supporters.characters import BIDI_OVERRIDES
from alerts.supporters.fields import (
    CityField,
    CountryField,
    EmailAddressField,
    ListedLineField,
    MessageField,
    NameField,
    OneLineField,
    PhoneField,
    PostalCodeField,
    ReasonField,
    ZipField,
)

FIELDS = [
    *(NameField, CityField, EmailAddressField, ZipField, OneLineField, MessageField),
    *(ListedLineField, PhoneField, PostalCodeField, ReasonField),
]
anything = st.text(st.characters(codec=None), max_size=60)


def sentences(field: forms.Field, typed: str) -> str:
    """What the field answers to what was typed; empty when it accepts it."""
    try:
        field.clean(typed)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.parametrize(
    "name",
    [
        "O",
        "李",
        "Ana María de la Cruz-Ruiz",
        "’t Hooft",
        "محمد علي",
        "می‌خواهم",
        "ශ්‍රී ලංකා",
        "Siobhán O'Brien, Jr.",
        "T.J. Comer",
        "x" * 200,
    ],
)
def test_a_name_in_any_script_is_taken_as_written(name: str) -> None:
    assert NameField().clean(f"  {name} ") == unicodedata.normalize("NFC", name)


def test_case_is_kept_and_accents_are_composed() -> None:
    assert NameField().clean("JOSE\u0301 McRae") == "JOSÉ McRae"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "write your name"),
        ("   ", "write your name"),
        ("=HYPERLINK(1)", "begin your name with a letter"),
        ("+1", "begin your name with a letter"),
        ("-Ana", "begin your name with a letter"),
        ("@ana", "begin your name with a letter"),
        ("＝Ana", "begin your name with a letter"),
        ("Win at https://win.example", "without a web address"),
        ("WWW.win.example", "without a web address"),
        ("cheap-pills.com", "without a web address"),
        ("Ana\nBcc: all@example.org", "on one line"),
        ("Ana\u2028Ruiz", "on one line"),
        ("Ana\x00Ruiz", "cannot be seen"),
        ("Ana\x07Ruiz", "cannot be seen"),
        ("Ana \u202eziuR", "cannot be seen"),
        ("Ana \u2066Ruiz\u2069", "cannot be seen"),
        ("\ud800Ana", "cannot be seen"),
        ("12345", "with letters"),
        ("\u200d\u200c", "with letters"),
        ("x" * 201, "at most 200"),
    ],
)
def test_what_is_no_name_is_answered_with_what_to_do(typed: str, answer: str) -> None:
    assert answer in sentences(NameField(), typed)


@pytest.mark.parametrize(
    "address", ["Ana.Ruiz+river@Example.org", "a@b.example", "ana@bücher.example", "o'b@x.example"]
)
def test_an_address_is_kept_as_typed(address: str) -> None:
    assert EmailAddressField().clean(f" {address}\n") == address


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "write your email address"),
        ("ana ruiz@example.org", "without spaces"),
        ("ana@example.org, luis@example.org", "without spaces"),
        ("ana@example.org\nBcc: all@example.org", "on one line"),
        ("ana@example.org\r\nBcc:all@example.org", "on one line"),
        ("ana", "in full"),
        ("ana@localhost", "in full"),
        ("ana@[127.0.0.1]", "in full"),
        ('"ana,luis"@example.org', "in full"),
        ("ana\u202e@example.org", "hidden characters"),
        ("a" * 243 + "@example.org", "at most 254"),
    ],
)
def test_what_is_no_address_is_answered_with_what_to_do(typed: str, answer: str) -> None:
    assert answer in sentences(EmailAddressField(), typed)


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


def test_a_reason_that_can_be_followed_is_refused() -> None:
    assert "leave out addresses of web pages" in sentences(
        ReasonField(), "See https://spam.example"
    )
    assert ReasonField().clean("For my mother.\n\nAna") == "For my mother.\n\nAna"


def test_a_message_keeps_its_paragraphs() -> None:
    typed = "Dear Senator,\r\n\r\n\tplease vote no.\rAna"
    assert MessageField().clean(typed) == "Dear Senator,\n\n\tplease vote no.\nAna"


def test_ten_thousand_characters_with_windows_line_breaks_are_not_too_many() -> None:
    typed = "\r\n".join(["x" * 99] * 100) + "x"
    assert len(MessageField().clean(typed)) == 10_000


def test_a_message_of_a_megabyte_is_told_its_length() -> None:
    assert "has 1,000,000 characters" in sentences(MessageField(), "x" * 1_000_000)
    assert "shorten it to 10,000" in sentences(MessageField(), "x" * 10_001)


def test_the_browser_is_not_asked_to_cut_a_pasted_text() -> None:
    assert "maxlength" not in MessageField().widget.attrs
    assert "maxlength" not in NameField().widget.attrs


@pytest.mark.parametrize("char", [*sorted(BIDI_OVERRIDES), "\x00", "\x1b", "\x7f", "\u2029"])
@pytest.mark.parametrize("field", FIELDS)
def test_no_field_takes_characters_that_deceive(
    field: Callable[[], forms.Field], char: str
) -> None:
    assert sentences(field(), f"6061{char}4")


@pytest.mark.parametrize("char", ["\u200c", "\u200d", "\u200e", "\u200f"])
def test_a_message_takes_the_marks_that_writing_needs(char: str) -> None:
    assert MessageField().clean(f"سلام{char}سلام") == f"سلام{char}سلام"


@pytest.mark.parametrize("field", FIELDS)
def test_text_that_is_too_long_is_refused_before_it_is_composed(
    field: Callable[[], forms.Field],
) -> None:
    began = time.process_time()
    assert sentences(field(), "a" + "\u0327\u0334" * 200_000)
    assert time.process_time() - began < 1


def test_a_message_of_the_longest_kind_is_composed_in_no_time() -> None:
    began = time.process_time()
    assert MessageField().clean("a" + "\u0327\u0334" * 4_999)
    assert time.process_time() - began < 1


def test_composing_makes_no_text_longer_than_the_field_takes() -> None:
    assert "at most 200" in sentences(NameField(), "\u0958" * 200)
    assert "shorten it to 10,000" in sentences(MessageField(), "\u0958" * 10_000)


@pytest.mark.parametrize("field", [NameField, CityField, OneLineField, EmailAddressField])
def test_text_that_mail_programs_would_decode_is_refused(
    field: Callable[[], forms.Field],
) -> None:
    assert "without “=?”" in sentences(field(), "Ana=?utf-8?q?=0ABcc:_all?=@example.org")


@pytest.mark.parametrize("field", FIELDS)
@given(anything)
def test_what_a_field_accepts_it_accepts_again_unchanged(
    field: Callable[[], forms.Field], typed: str
) -> None:
    if not sentences(field(), typed):
        once = field().clean(typed)
        assert field().clean(once) == once
        once.encode()


@pytest.mark.parametrize("field", FIELDS)
@given(anything)
def test_every_refusal_is_a_sentence(field: Callable[[], forms.Field], typed: str) -> None:
    answer = sentences(field(), typed)
    assert answer == "" or (answer[0].isupper() and answer.endswith("."))


@pytest.mark.parametrize(
    ("field", "token"),
    [
        (NameField(), "name"),
        (EmailAddressField(), "email"),
        (ZipField(), "postal-code"),
        (CityField(), "address-level2"),
        (OneLineField(autocomplete="organization"), "organization"),
    ],
)
def test_browsers_know_what_to_fill_in(field: forms.Field, token: str) -> None:
    assert field.widget.attrs["autocomplete"] == token
