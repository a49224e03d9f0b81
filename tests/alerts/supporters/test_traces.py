"""Where an act came from can be compared, and not read."""

import datetime
from typing import Any

import pytest

from alerts.supporters.traces import domain_hash, domain_of, network_hash

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)


def test_a_network_is_the_same_all_day_and_another_the_next(time_machine: Any) -> None:
    time_machine.move_to(MIDNIGHT)
    first = network_hash("203.0.113.9")
    assert first != network_hash("203.0.113.10")
    time_machine.shift(datetime.timedelta(hours=23, minutes=59))
    assert first == network_hash("203.0.113.9")
    time_machine.shift(60)
    assert first != network_hash("203.0.113.9")


def test_a_household_is_one_network_however_its_devices_are_numbered() -> None:
    assert network_hash("2001:db8:1:2::1") == network_hash("2001:db8:1:2:ffff::9")
    assert network_hash("2001:db8:1:2::1") != network_hash("2001:db8:1:3::1")
    assert network_hash("::ffff:203.0.113.9") == network_hash("203.0.113.9")


@pytest.mark.parametrize("address", ["", "unix", "not an address", "203.0.113.9, 198.51.100.1"])
def test_what_is_no_address_leaves_no_trace(address: str) -> None:
    assert network_hash(address) == ""


def test_another_key_makes_other_hashes(settings: Any) -> None:
    before = network_hash("203.0.113.9"), domain_hash("ana@example.org")
    settings.HASH_KEY = "b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMDE="
    after = network_hash("203.0.113.9"), domain_hash("ana@example.org")
    assert not set(before) & set(after)
    assert all(len(digits) == 64 for digits in before + after)


def test_a_domain_is_the_same_in_every_spelling() -> None:
    assert domain_of("Ana@EXAMPLE.org") == "example.org"
    assert domain_hash("ana@bücher.example") == domain_hash("BOB@xn--bcher-kva.example")
    assert domain_hash("@example.org") == domain_hash("ana@example.org")
