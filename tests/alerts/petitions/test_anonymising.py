"""Half a year after the end nobody is known any more, and every number stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from pytest_django import Settings

from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.services import anonymise_ended, fold_tallies, recount
from alerts.supporters.models import Consent
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
HALF_A_YEAR = timedelta(days=183)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def words(**facts: Any) -> PublishedPetition:
    version: PublishedPetition = PublishedPetitionFactory(petition=PetitionFactory(**facts))
    return version


def ended(**facts: Any) -> PublishedPetition:
    """Words of a petition that was seen to be over half a year ago."""
    return words(**{"state": "closed", "ended_at": NOW - HALF_A_YEAR, **facts})


def known() -> int:
    return Signature.objects.exclude(email_hash="").count()


def test_a_petition_that_was_closed_by_hand_is_forgotten_half_a_year_later(clock: Any) -> None:
    version = words(state="closed")
    SignatureFactory.create_batch(2, version=version, counted=True)
    assert anonymise_ended() == 0
    clock.shift(HALF_A_YEAR - timedelta(hours=1))
    assert anonymise_ended() == 0
    clock.shift(timedelta(hours=1))
    assert anonymise_ended() == 2
    assert [row.unseal() for row in Signature.objects.all()] == [{}, {}]
    assert anonymise_ended() == 0


def test_the_months_count_from_when_a_deadline_was_first_seen_to_be_over(clock: Any) -> None:
    SignatureFactory(version=words(closes_at=NOW), counted=True)
    assert anonymise_ended() == 0
    clock.shift(HALF_A_YEAR)
    assert anonymise_ended() == 1


def test_a_deadline_whose_year_was_mistyped_can_be_put_right(clock: Any) -> None:
    version = words(closes_at=NOW - timedelta(days=730))
    SignatureFactory(version=version, counted=True)
    clock.shift(timedelta(days=3))
    assert anonymise_ended() == 0
    Petition.objects.filter(pk=version.petition_id).update(closes_at=NOW + timedelta(days=365))
    anonymise_ended()
    clock.shift(timedelta(days=364))
    assert anonymise_ended() == 0
    assert known() == 1


@pytest.mark.parametrize("state", ["draft", "open", "paused"])
def test_what_has_not_ended_is_not_forgotten(state: str, clock: Any) -> None:
    SignatureFactory(version=words(state=state), counted=True)
    anonymise_ended()
    clock.shift(timedelta(days=900))
    assert anonymise_ended() == 0


def test_a_petition_that_is_opened_again_begins_anew(clock: Any) -> None:
    version = words(state="closed")
    SignatureFactory(version=version, counted=True)
    anonymise_ended()
    clock.shift(HALF_A_YEAR)
    Petition.objects.filter(pk=version.petition_id).update(state="open")
    assert anonymise_ended() == 0
    Petition.objects.filter(pk=version.petition_id).update(state="won")
    anonymise_ended()
    clock.shift(HALF_A_YEAR)
    assert anonymise_ended() == 1


def test_every_total_stays_and_so_does_what_is_told_of_places() -> None:
    version = ended()
    for state in Signature.State:
        SignatureFactory(version=version, state=state)
    SignatureFactory.create_batch(2, version=version, counted=True, region="OH")
    fold_tallies()
    before = version.petition.count
    anonymise_ended()
    assert version.petition.count == recount(version.petition) == before
    assert version.petition.signatures.filter(region="OH", state="counted").count() == 2


def test_nothing_that_tells_of_a_person_is_left() -> None:
    version = ended()
    hashed = dict.fromkeys(("name_hash", "network_hash", "domain_hash", "code_hash"), "f" * 64)
    shown = {"shows_name": True, "wants_news": True, "reason_state": "shown", "source": "/en/"}
    SignatureFactory(version=version, counted=True, **hashed, **shown)
    anonymise_ended()
    row = Signature.objects.get()
    assert {getattr(row, name) for name in (*hashed, "email_hash", "source")} == {""}
    assert (row.shows_name, row.wants_news, row.reason_state) == (False, False, "none")


def test_consents_stay_in_force_and_tell_no_more_what_they_were_given_with() -> None:
    signature = SignatureFactory(version=ended(), counted=True)
    ConsentFactory(act=signature.pk, email="ana@example.org", confirmed_at=NOW)
    anonymise_ended()
    consent = Consent.objects.in_force().get()
    assert consent.unseal() == {"email": "ana@example.org"}
    assert consent.act != signature.pk


def test_more_than_one_batch_is_forgotten_and_a_run_that_died_is_taken_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    version = ended()
    SignatureFactory.create_batch(5, version=version, counted=True)
    monkeypatch.setattr("alerts.petitions.anonymising.AT_ONCE", 2)
    batches = []

    def die_in_the_second(*, acts: list[Any]) -> None:
        batches.append(acts)
        if len(batches) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("alerts.petitions.anonymising.part_consents", die_in_the_second)
        with pytest.raises(KeyboardInterrupt):
            anonymise_ended()
    assert known() == 3
    assert anonymise_ended() == 3
    assert known() == 0


def test_a_turn_of_the_clock_forgets_some_and_the_next_ones_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alerts.petitions.anonymising.AT_ONCE", 1)
    monkeypatch.setattr("alerts.petitions.turns.BATCHES", 2)
    first, second = ended(), ended()
    for version in (first, first, first, second, second):
        SignatureFactory(version=version, counted=True)
    assert [anonymise_ended() for _turn in range(4)] == [2, 2, 1, 0]
    assert not Petition.objects.filter(ended_at__isnull=False, anonymised_at=None).exists()


def test_the_operator_says_how_long(settings: Settings) -> None:
    settings.ANONYMISE_AFTER_DAYS = 30
    SignatureFactory(version=ended(ended_at=NOW - timedelta(days=30)), counted=True)
    assert anonymise_ended() == 1


def test_the_clock_knows_the_job(settings: Settings) -> None:
    assert "alerts.petitions.services.anonymise_ended" in dict(settings.PERIODIC_JOBS)
