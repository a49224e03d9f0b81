"""Many signatures at once: counted first, changed by the worker in steps."""

from datetime import timedelta

import pytest
from django.utils import timezone

from alerts.petitions.models import PublishedPetition, Signature, Sweep
from alerts.petitions.services import (
    SweepRefused,
    confirm_signature,
    continue_sweeps,
    count_matching,
    fold_tallies,
    invalidating,
    recount,
)
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.stewards import finish_sweeps
from tests.support.sweeps import BAD, begin, count, fakes, states

pytestmark = pytest.mark.django_db
State = Signature.State


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory()
    return found


def test_what_fits_is_counted_first_and_nothing_is_changed(version: PublishedPetition) -> None:
    fakes(version)
    SignatureFactory(version=version, counted=True)
    SignatureFactory(version=version, email="x@bad.example")
    found = count_matching(petition=version.petition, criteria=BAD, to=State.INVALIDATED)
    assert found == {"counted": 3, "pending": 1}
    assert count(version.petition) == 4


def test_the_worker_makes_them_invalid_and_the_tally_is_right(version: PublishedPetition) -> None:
    fakes(version)
    SignatureFactory(version=version, counted=True)
    fold_tallies()
    sweep = begin(version)
    assert count(version.petition) == 4
    finish_sweeps()
    sweep.refresh_from_db()
    assert (sweep.state, sweep.done, sweep.total) == ("done", 3, 3)
    assert states(version.petition) == ["counted", *["invalidated"] * 3]
    assert count(version.petition) == 1 == recount(version.petition)


def test_an_invalid_address_that_signs_again_stays_invalid(version: PublishedPetition) -> None:
    fakes(version, 1)
    begin(version)
    finish_sweeps()
    again = SignatureFactory(version=version, email="P0@bad.example")
    assert confirm_signature(signature_id=again.pk).state == "invalidated"
    assert count(version.petition) == 0


def test_the_worker_goes_on_in_steps_and_progress_can_be_seen(
    version: PublishedPetition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invalidating, "BATCH", 2)
    monkeypatch.setattr(invalidating, "BATCHES_PER_TURN", 1)
    fakes(version, 5)
    sweep = begin(version)
    seen = []
    while continue_sweeps():
        sweep.refresh_from_db()
        seen.append(sweep.done)
    assert seen == [2, 4, 5]
    assert count(version.petition) == 0


def test_a_step_that_breaks_leaves_nothing_half_done(
    version: PublishedPetition, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes(version)
    sweep = begin(version)
    monkeypatch.setattr(Sweep, "save", _killed)
    with pytest.raises(KeyboardInterrupt):
        continue_sweeps()
    assert states(version.petition) == ["counted"] * 3
    monkeypatch.undo()
    finish_sweeps()
    sweep.refresh_from_db()
    assert (sweep.done, count(version.petition)) == (3, 0)


def _killed(*args: object, **kwargs: object) -> None:
    raise KeyboardInterrupt


def test_one_at_a_time_for_each_petition(version: PublishedPetition) -> None:
    fakes(version)
    begin(version)
    with pytest.raises(SweepRefused):
        begin(version)
    begin(PublishedPetitionFactory())


def test_who_signs_after_it_began_is_not_among_them(version: PublishedPetition) -> None:
    begin(version)
    later = timezone.now() + timedelta(seconds=1)
    SignatureFactory(version=version, email="l@bad.example", counted=True, signed_at=later)
    finish_sweeps()
    assert states(version.petition) == ["counted"]
