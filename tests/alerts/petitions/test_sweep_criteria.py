"""Which signatures are changed at once, and what is kept of why."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from alerts.petitions.criteria import Criteria
from alerts.petitions.models import PublishedPetition, Signature, Sweep
from alerts.petitions.services import (
    SweepRefused,
    begin_sweep,
    count_matching,
    stop_sweep,
    undo_sweep,
)
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.stewards import finish_sweeps
from tests.support.sweeps import begin, count, fakes, states

pytestmark = pytest.mark.django_db
State = Signature.State


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory()
    return found


def test_criteria_that_everybody_fits_are_refused(version: PublishedPetition) -> None:
    for criteria in (Criteria(), Criteria(before=timezone.now())):
        with pytest.raises(SweepRefused):
            begin(version, criteria)
    assert not Sweep.objects.exists()


def test_other_petitions_are_left_alone(version: PublishedPetition) -> None:
    other = PublishedPetitionFactory()
    fakes(other)
    begin(version)
    finish_sweeps()
    assert count(other.petition) == 3


def test_releasing_counts_those_held_and_no_others(version: PublishedPetition) -> None:
    for state in ("held", "invalidated", "withdrawn", "pending"):
        SignatureFactory(version=version, state=state, held_for="network")
    criteria = Criteria(held_for="network")
    begin_sweep(petition=version.petition, criteria=criteria, to=State.COUNTED, by=None)
    finish_sweeps()
    assert states(version.petition) == ["counted", "invalidated", "pending", "withdrawn"]
    assert count(version.petition) == 1


def test_every_criterion_narrows(version: PublishedPetition) -> None:
    now = timezone.now()
    row = SignatureFactory(
        version=version,
        counted=True,
        email="ana@bad.example",
        network_hash="n" * 64,
        source="/en/a/",
        held_for="network",
        signed_at=now,
    )
    given = {
        "state": "counted",
        "held_for": "network",
        "domain_hash": row.domain_hash,
        "network_hash": row.network_hash,
        "email_hash": row.email_hash,
        "source": "/en/a/",
        "locale": "en",
        "country": "US",
        "region": "IL",
        "since": now,
        "before": now + timedelta(seconds=1),
    }
    criteria = Criteria(**given)
    assert Criteria.from_json(criteria.to_json()) == criteria
    assert _fits(version, criteria) == 1
    for name, value in given.items():
        other = "xx" if isinstance(value, str) else now - timedelta(days=1)
        other = now + timedelta(days=1) if name == "since" else other
        assert _fits(version, Criteria(**given | {name: other})) == 0, name


def _fits(version: PublishedPetition, criteria: Criteria) -> int:
    found = count_matching(petition=version.petition, criteria=criteria, to=State.INVALIDATED)
    return sum(found.values())


def test_what_was_done_is_logged_without_a_person(version: PublishedPetition) -> None:
    fakes(version)
    sweep = begin(version)
    finish_sweeps()
    undo_sweep(sweep_id=sweep.pk, by=None)
    entries = ModelLogEntry.objects.filter(action__endswith="_sweep").order_by("pk")
    assert [entry.action for entry in entries] == ["petitions.begin_sweep", "petitions.undo_sweep"]
    assert "bad.example" not in str([entry.data for entry in entries])
    assert "bad.example" not in str(Sweep.objects.values())


def test_a_time_before_everybody_is_no_criterion(version: PublishedPetition) -> None:
    first, *_rest = fakes(version)
    for since in (first.signed_at, first.signed_at - timedelta(days=9_999)):
        with pytest.raises(SweepRefused):
            begin(version, Criteria(since=since))
    assert not Sweep.objects.exists()


def test_a_time_that_parts_the_signatures_is_one(version: PublishedPetition) -> None:
    SignatureFactory(version=version, counted=True, signed_at=timezone.now() - timedelta(days=2))
    fakes(version)
    begin(version, Criteria(since=timezone.now() - timedelta(days=1)))
    finish_sweeps()
    assert count(version.petition) == 1


@pytest.mark.parametrize("rests", ["done", "stopped"])
def test_whose_address_was_asked_for_is_known_no_longer_than_needed(
    version: PublishedPetition, rests: str
) -> None:
    one = fakes(version)[0]
    sweep = begin(version, Criteria(email_hash=one.email_hash, locale="en"))
    assert sweep.criteria["email_hash"] == one.email_hash
    if rests == "stopped":
        stop_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    sweep.refresh_from_db()
    assert (sweep.state, sweep.criteria) == (rests, {"locale": "en"})
    assert one.email_hash not in str(ModelLogEntry.objects.values())


def test_what_one_address_did_is_undone_when_it_is_known_no_more(
    version: PublishedPetition,
) -> None:
    sweep = begin(version, Criteria(email_hash=fakes(version)[0].email_hash))
    finish_sweeps()
    assert count(version.petition) == 2
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    assert count(version.petition) == 3
