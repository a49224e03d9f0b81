"""What was done to many signatures at once is undone, and nothing else."""

import pytest

from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import (
    SweepRefused,
    change_state,
    confirm_signature,
    continue_sweeps,
    invalidating,
    recount,
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


def test_undoing_gives_every_signature_what_it_had(version: PublishedPetition) -> None:
    fakes(version, 2)
    SignatureFactory(version=version, email="h@bad.example", state="held", held_for="network")
    sweep = begin(version)
    finish_sweeps()
    assert count(version.petition) == 0
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    sweep.refresh_from_db()
    assert (sweep.state, sweep.done) == ("undone", 0)
    assert states(version.petition) == ["counted", "counted", "held"]
    assert count(version.petition) == 2 == recount(version.petition)


def test_what_was_changed_since_is_not_undone(version: PublishedPetition) -> None:
    withdrawn, forgotten, restored = fakes(version)
    sweep = begin(version)
    finish_sweeps()
    change_state(signature_id=withdrawn.pk, to=State.WITHDRAWN)
    change_state(signature_id=forgotten.pk, to=State.ANONYMISED)
    change_state(signature_id=restored.pk, to=State.COUNTED)
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    assert states(version.petition) == ["anonymised", "counted", "withdrawn"]
    assert count(version.petition) == 1 == recount(version.petition)


def test_a_signature_that_is_erased_meanwhile_is_no_obstacle(version: PublishedPetition) -> None:
    fakes(version)
    sweep = begin(version)
    finish_sweeps()
    Signature.objects.all().delete()
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    sweep.refresh_from_db()
    assert sweep.state == "undone"


def test_who_has_not_confirmed_yet_is_held_when_they_do(version: PublishedPetition) -> None:
    waiting = SignatureFactory(version=version, email="w@bad.example")
    sweep = begin(version)
    finish_sweeps()
    assert confirm_signature(signature_id=waiting.pk).state == "held"
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.held_for, count(version.petition)) == ("counted", "", 1)


def test_undoing_before_they_confirm_lets_them_count(version: PublishedPetition) -> None:
    waiting = SignatureFactory(version=version, email="w@bad.example")
    sweep = begin(version)
    finish_sweeps()
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    assert confirm_signature(signature_id=waiting.pk).state == "counted"


def test_stopping_leaves_the_rest_and_what_was_done_can_be_undone(
    version: PublishedPetition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invalidating, "BATCH", 2)
    monkeypatch.setattr(invalidating, "BATCHES_PER_TURN", 1)
    fakes(version, 5)
    sweep = begin(version)
    continue_sweeps()
    stop_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    assert count(version.petition) == 3
    undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    assert count(version.petition) == 5


def test_what_rests_empty_cannot_be_undone(version: PublishedPetition) -> None:
    sweep = begin(version)
    with pytest.raises(SweepRefused):
        undo_sweep(sweep_id=sweep.pk, by=None)
    finish_sweeps()
    with pytest.raises(SweepRefused):
        undo_sweep(sweep_id=sweep.pk, by=None)
