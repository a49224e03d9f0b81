"""Equal addresses meet, others do not, and without the key a hash says nothing."""

import base64

import pytest
from pytest_django import Settings

from alerts.supporters.hashing import canonical_email, email_hash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana@example.org", "Ana@Example.ORG"),
        ("ana@example.org", "  ana@example.org "),
        ("ana@bücher.example", "ana@xn--bcher-kva.example"),
        ("jose\u0301@example.org", "josé@example.org"),
    ],
)
def test_two_spellings_of_an_address_are_one(one: str, other: str) -> None:
    assert email_hash(one) == email_hash(other)


@pytest.mark.parametrize(
    "other", ["ana+river@example.org", "a.na@example.org", "ana@example.com", "ana@"]
)
def test_different_addresses_stay_different(other: str) -> None:
    assert email_hash("ana@example.org") != email_hash(other)


def test_a_hash_is_64_hexadecimal_digits() -> None:
    assert len(bytes.fromhex(email_hash("ana@example.org"))) == 32


def test_without_the_key_hashes_cannot_be_matched(settings: Settings) -> None:
    ours = email_hash("ana@example.org")
    settings.HASH_KEY = base64.urlsafe_b64encode(b"thief" + b"." * 27).decode()
    assert email_hash("ana@example.org") != ours


def test_a_domain_that_cannot_be_written_in_punycode_is_compared_as_it_is() -> None:
    assert canonical_email("Ana@a..example") == "ana@a..example"
