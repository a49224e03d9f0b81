"""Many signatures at once: counted first, changed by the worker in steps, undone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import ModelLogEntry

from alerts.petitions.criteria import Criteria
from alerts.petitions.models import Petition, PublishedPetition, Signature, Sweep
from alerts.petitions.services import (
    SweepRefused,
    begin_sweep,
    change_state,
    confirm_signature,
    continue_sweeps,
    count_matching,
    fold_tallies,
    invalidating,
    recount,
    stop_sweep,
    undo_sweep,
)
from alerts.supporters.traces import domain_hash
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.stewards import finish_sweeps

pytestmark = pytest.mark.django_db
State = Signature.State
BAD = Criteria(domain_hash=domain_hash("@bad.example"))


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory()
    return found


@pytest.fixture
def user() -> User:
    return User.objects.create_user("steward")


def fakes(version: PublishedPetition, number: int = 3) -> list[Signature]:
    return [
        SignatureFactory(version=version, email=f"p{n}@bad.example", counted=True)
        for n in range(number)
    ]


def begin(version: PublishedPetition, user: User, criteria: Criteria = BAD) -> Sweep:
    return begin_sweep(petition=version.petition, criteria=criteria, to=State.INVALIDATED, by=user)


def states(petition: Petition) -> list[str]:
    return sorted(petition.signatures.values_list("state", flat=True))


def count(petition: Petition) -> int:
    return Petition.objects.get(pk=petition.pk).count


def test_what_fits_is_counted_first_and_nothing_is_changed(version: PublishedPetition) -> None:
    fakes(version)
    SignatureFactory(version=version, counted=True)
    SignatureFactory(version=version, email="x@bad.example")
    found = count_matching(petition=version.petition, criteria=BAD, to=State.INVALIDATED)
    assert found == {"counted": 3, "pending": 1}
    assert count(version.petition) == 4


def test_the_worker_makes_them_invalid_and_the_tally_is_right(
    version: PublishedPetition, user: User
) -> None:
    fakes(version)
    SignatureFactory(version=version, counted=True)
    fold_tallies()
    sweep = begin(version, user)
    assert count(version.petition) == 4
    finish_sweeps()
    sweep.refresh_from_db()
    assert (sweep.state, sweep.done, sweep.total) == ("done", 3, 3)
    assert states(version.petition) == ["counted", *["invalidated"] * 3]
    assert count(version.petition) == 1 == recount(version.petition)


def test_undoing_gives_every_signature_what_it_had(version: PublishedPetition, user: User) -> None:
    fakes(version, 2)
    SignatureFactory(version=version, email="h@bad.example", state="held", held_for="network")
    sweep = begin(version, user)
    finish_sweeps()
    assert count(version.petition) == 0
    undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    sweep.refresh_from_db()
    assert (sweep.state, sweep.done) == ("undone", 0)
    assert states(version.petition) == ["counted", "counted", "held"]
    assert count(version.petition) == 2 == recount(version.petition)


def test_what_was_changed_since_is_not_undone(version: PublishedPetition, user: User) -> None:
    withdrawn, forgotten, restored = fakes(version)
    sweep = begin(version, user)
    finish_sweeps()
    change_state(signature_id=withdrawn.pk, to=State.WITHDRAWN)
    change_state(signature_id=forgotten.pk, to=State.ANONYMISED)
    change_state(signature_id=restored.pk, to=State.COUNTED)
    undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    assert states(version.petition) == ["anonymised", "counted", "withdrawn"]
    assert count(version.petition) == 1 == recount(version.petition)


def test_a_signature_that_is_erased_meanwhile_is_no_obstacle(
    version: PublishedPetition, user: User
) -> None:
    fakes(version)
    sweep = begin(version, user)
    finish_sweeps()
    Signature.objects.all().delete()
    undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    sweep.refresh_from_db()
    assert sweep.state == "undone"


def test_who_has_not_confirmed_yet_is_held_when_they_do(
    version: PublishedPetition, user: User
) -> None:
    waiting = SignatureFactory(version=version, email="w@bad.example")
    sweep = begin(version, user)
    finish_sweeps()
    assert confirm_signature(signature_id=waiting.pk).state == "held"
    undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.held_for, count(version.petition)) == ("counted", "", 1)


def test_undoing_before_they_confirm_lets_them_count(
    version: PublishedPetition, user: User
) -> None:
    waiting = SignatureFactory(version=version, email="w@bad.example")
    sweep = begin(version, user)
    finish_sweeps()
    undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    assert confirm_signature(signature_id=waiting.pk).state == "counted"


def test_an_invalid_address_that_signs_again_stays_invalid(
    version: PublishedPetition, user: User
) -> None:
    fakes(version, 1)
    begin(version, user)
    finish_sweeps()
    again = SignatureFactory(version=version, email="P0@bad.example")
    assert confirm_signature(signature_id=again.pk).state == "invalidated"
    assert count(version.petition) == 0


def test_the_worker_goes_on_in_steps_and_progress_can_be_seen(
    version: PublishedPetition, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invalidating, "BATCH", 2)
    monkeypatch.setattr(invalidating, "BATCHES_PER_TURN", 1)
    fakes(version, 5)
    sweep = begin(version, user)
    seen = []
    while continue_sweeps():
        sweep.refresh_from_db()
        seen.append(sweep.done)
    assert seen == [2, 4, 5]
    assert count(version.petition) == 0


def test_a_step_that_breaks_leaves_nothing_half_done(
    version: PublishedPetition, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes(version)
    sweep = begin(version, user)
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


def test_stopping_leaves_the_rest_and_what_was_done_can_be_undone(
    version: PublishedPetition, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invalidating, "BATCH", 2)
    monkeypatch.setattr(invalidating, "BATCHES_PER_TURN", 1)
    fakes(version, 5)
    sweep = begin(version, user)
    continue_sweeps()
    stop_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    assert count(version.petition) == 3
    undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    assert count(version.petition) == 5


def test_criteria_that_everybody_fits_are_refused(version: PublishedPetition, user: User) -> None:
    for criteria in (Criteria(), Criteria(before=timezone.now())):
        with pytest.raises(SweepRefused):
            begin(version, user, criteria)
    assert not Sweep.objects.exists()


def test_one_at_a_time_for_each_petition(version: PublishedPetition, user: User) -> None:
    fakes(version)
    begin(version, user)
    with pytest.raises(SweepRefused):
        begin(version, user)
    begin(PublishedPetitionFactory(), user)


def test_what_rests_empty_cannot_be_undone(version: PublishedPetition, user: User) -> None:
    sweep = begin(version, user)
    with pytest.raises(SweepRefused):
        undo_sweep(sweep_id=sweep.pk, by=user)
    finish_sweeps()
    with pytest.raises(SweepRefused):
        undo_sweep(sweep_id=sweep.pk, by=user)


def test_who_signs_after_it_began_is_not_among_them(version: PublishedPetition, user: User) -> None:
    begin(version, user)
    later = timezone.now() + timedelta(seconds=1)
    SignatureFactory(version=version, email="l@bad.example", counted=True, signed_at=later)
    finish_sweeps()
    assert states(version.petition) == ["counted"]


def test_other_petitions_are_left_alone(version: PublishedPetition, user: User) -> None:
    other = PublishedPetitionFactory()
    fakes(other)
    begin(version, user)
    finish_sweeps()
    assert count(other.petition) == 3


def test_releasing_counts_those_held_and_no_others(version: PublishedPetition, user: User) -> None:
    for state in ("held", "invalidated", "withdrawn", "pending"):
        SignatureFactory(version=version, state=state, held_for="network")
    criteria = Criteria(held_for="network")
    begin_sweep(petition=version.petition, criteria=criteria, to=State.COUNTED, by=user)
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


def test_what_was_done_is_logged_without_a_person(version: PublishedPetition, user: User) -> None:
    fakes(version)
    sweep = begin(version, user)
    finish_sweeps()
    undo_sweep(sweep_id=sweep.pk, by=user)
    entries = ModelLogEntry.objects.filter(action__endswith="_sweep").order_by("pk")
    assert [entry.action for entry in entries] == ["petitions.begin_sweep", "petitions.undo_sweep"]
    assert "bad.example" not in str([entry.data for entry in entries])
    assert "bad.example" not in str(Sweep.objects.values())
