"""Networks of a day are compared by a key that is gone after it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from alerts.petitions.entry import Entry, Origin
from alerts.petitions.models import Signature
from alerts.petitions.services import forget_networks, sign
from alerts.supporters import day_keys
from alerts.supporters.day_keys import forget_day_keys, key_of_today
from alerts.supporters.models import DayKey
from alerts.supporters.traces import network_hash
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.threads import at_once

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NETWORK = "203.0.113.9"
Committed = DjangoCaptureOnCommitCallbacks


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    """One that has read no key, and whose keys no other test meets."""
    day_keys._READ.clear()
    yield
    day_keys._READ.clear()


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Committed) -> Committed:
    """What is begun in it is remembered as if it were committed at its end."""
    return django_capture_on_commit_callbacks


@pytest.mark.django_db
def test_who_has_every_key_of_the_settings_cannot_try_networks_of_a_day_that_is_over(
    time_machine: Any,
) -> None:
    time_machine.move_to(NOW)
    before = network_hash(NETWORK)
    time_machine.shift(timedelta(days=1))
    forget_networks()
    assert not DayKey.objects.exists()
    day_keys._READ.clear()
    time_machine.move_to(NOW)
    assert network_hash(NETWORK) != before


@pytest.mark.django_db
def test_the_key_of_today_stays(time_machine: Any) -> None:
    time_machine.move_to(NOW)
    key = key_of_today()
    assert forget_day_keys() == 0
    assert key_of_today() == key


@pytest.mark.django_db
def test_the_database_alone_does_not_tell_a_network(settings: Any, time_machine: Any) -> None:
    time_machine.move_to(NOW)
    before = network_hash(NETWORK)
    settings.HASH_KEY = "b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMDE="
    assert network_hash(NETWORK) != before


@pytest.mark.django_db
def test_a_process_reads_the_key_once_a_day(
    committed: Committed, django_assert_num_queries: DjangoAssertNumQueries, time_machine: Any
) -> None:
    time_machine.move_to(NOW)
    with committed(execute=True):
        network_hash(NETWORK)
    with django_assert_num_queries(0):
        network_hash("203.0.113.10")
    time_machine.shift(timedelta(days=1))
    with committed(execute=True):
        network_hash(NETWORK)
    assert len(day_keys._READ) == 1
    assert DayKey.objects.count() == 2


@pytest.mark.django_db
def test_a_key_whose_act_was_rolled_back_is_not_remembered(committed: Committed) -> None:
    with committed(execute=True), transaction.atomic():
        before = key_of_today()
        transaction.set_rollback(True)
    assert not day_keys._READ
    assert key_of_today() != before


@pytest.mark.usefixtures("needs_postgresql")
@pytest.mark.django_db(transaction=True)
def test_all_processes_agree_on_the_key_of_a_day_that_begins() -> None:
    found: list[str] = []

    def act() -> None:
        day_keys._READ.clear()
        with transaction.atomic():
            found.append(network_hash(NETWORK))

    at_once(*[act] * 6)
    assert len(found) == 6
    assert len(set(found)) == DayKey.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("state", [None, *Signature.State])
def test_signing_costs_the_same_with_a_network_for_whatever_address(
    state: Signature.State | None,
    committed: Committed,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = PublishedPetitionFactory()
    if state is not None:
        SignatureFactory(version=version, email="ana@example.org", state=state)
    with committed(execute=True):
        key_of_today()
    entry = Entry(name="Ana", email="ana@example.org", zip="60614")
    with django_assert_num_queries(6):
        sign(version=version, entry=entry, origin=Origin(network=NETWORK))
    assert Signature.objects.exclude(network_hash="").count() == 1
