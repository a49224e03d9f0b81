"""What is one mailbox by the rules of its provider, and one name in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.supporters.canonical import BY_DOMAIN, PROVIDERS, canonical_email, canonical_name
from alerts.supporters.hashing import name_hash


@pytest.mark.parametrize(
    ("typed", "mailbox"),
    [
        ("Ana.Ruiz+river@Gmail.com", "anaruiz@gmail.com"),
        ("anaruiz@googlemail.com", "anaruiz@gmail.com"),
        ("ana_ruiz-@protonmail.com", "anaruiz@proton.me"),
        ("ana+x@mac.com", "ana@icloud.com"),
        ("ana.ruiz+x@outlook.com", "ana.ruiz@outlook.com"),
        ("ana@hotmail.com", "ana@hotmail.com"),
        ("ana.ruiz+x@example.org", "ana.ruiz+x@example.org"),
        ("ana.ruiz@mail.gmail.com", "ana.ruiz@mail.gmail.com"),
        ("+river@gmail.com", "+river@gmail.com"),
        ("...@gmail.com", "...@gmail.com"),
        ("@gmail.com", "@gmail.com"),
        ("Ana", "@ana"),
    ],
)
def test_an_address_is_compared_as_its_provider_reads_it(typed: str, mailbox: str) -> None:
    assert canonical_email(typed) == mailbox


@given(st.from_regex(r"[a-z.+_-]{1,20}", fullmatch=True), st.sampled_from(sorted(BY_DOMAIN)))
def test_comparing_what_was_compared_changes_nothing(local: str, domain: str) -> None:
    once = canonical_email(f"{local}@{domain}")
    assert canonical_email(once) == once


def test_no_domain_has_two_providers() -> None:
    names = [name for provider in PROVIDERS for name in (provider.domain, *provider.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "  ana   RUIZ "),
        ("Jose\u0301 Nun\u0303ez", "José Núñez".replace("ú", "u")),
        ("ΑΝΝΑ", "αννα"),
        ("Nguyễn", "NGUYỄN"),
    ],
)
def test_a_name_is_one_however_it_is_spaced_and_composed(one: str, other: str) -> None:
    assert canonical_name(one) == canonical_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("李伟", "李娜"), ("عبد الله", "عبد الرحمن"), ("Ana Ruiz", "Ána Ruiz"), ("ኣበበ", "ኣልማዝ")],
)
def test_names_of_every_script_stay_apart(one: str, other: str) -> None:
    assert canonical_name(one) != canonical_name(other)


def test_the_hash_of_a_name_does_not_tell_who_has_the_same_one() -> None:
    ours = name_hash("Ana Ruiz", "ana@example.org")
    assert ours == name_hash("ANA RUIZ", "Ana@Example.org")
    assert ours != name_hash("Ana Ruiz", "other@example.org")
    assert len(bytes.fromhex(ours)) == 32
