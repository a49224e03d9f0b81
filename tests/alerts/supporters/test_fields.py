"""Forgiving about how people write, strict about what harms them or others."""

import time
import unicodedata
from collections.abc import Callable

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from alerts.supporters.characters import BIDI_OVERRIDES
from alerts.supporters.fields import (
    CityField,
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
from tests.support.answers import sentences

FIELDS = [
    *(NameField, CityField, EmailAddressField, ZipField, OneLineField, MessageField),
    *(ListedLineField, PhoneField, PostalCodeField, ReasonField),
]
anything = st.text(st.characters(codec=None), max_size=60)


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


@pytest.mark.parametrize("char", [*sorted(BIDI_OVERRIDES), "\x00", "\x1b", "\x7f", "\u2029"])
@pytest.mark.parametrize("field", FIELDS)
def test_no_field_takes_characters_that_deceive(
    field: Callable[[], forms.Field], char: str
) -> None:
    assert sentences(field(), f"6061{char}4")


@pytest.mark.parametrize("field", FIELDS)
def test_text_that_is_too_long_is_refused_before_it_is_composed(
    field: Callable[[], forms.Field],
) -> None:
    began = time.process_time()
    assert sentences(field(), "a" + "\u0327\u0334" * 200_000)
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
