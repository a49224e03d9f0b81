"""The goal is always one honest step ahead."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from alerts.petitions.goals import LADDER, MOST, goal_for, reached, read_steps
from alerts.petitions.services import change_state
from tests.factories.petitions import PetitionFactory, SignatureFactory


@pytest.mark.parametrize(
    ("count", "goal", "behind"),
    [
        (0, 100, 0),
        (99, 100, 0),
        (100, 250, 100),
        (499_999, 500_000, 250_000),
        (500_000, 1_000_000, 500_000),
        (1_000_000, 2_000_000, 1_000_000),
        (3_200_000, 4_000_000, 3_000_000),
    ],
)
def test_the_usual_ladder_goes_on_for_ever(count: int, goal: int, behind: int) -> None:
    assert (goal_for(count, LADDER), reached(count, LADDER)) == (goal, behind)


@pytest.mark.parametrize(
    ("count", "goal", "behind"), [(0, 20, 0), (20, 70, 20), (70, 70, 70), (500, 70, 70)]
)
def test_an_editors_own_steps_end_with_the_last(count: int, goal: int, behind: int) -> None:
    steps = read_steps("20, 70")
    assert (goal_for(count, steps), reached(count, steps)) == (goal, behind)


@pytest.mark.parametrize("text", ["", " , ", "\n"])
def test_no_steps_are_the_usual_ladder(text: str) -> None:
    assert read_steps(text) == LADDER


@pytest.mark.parametrize("text", ["500; 1000", "500، 1000", "500\n1 000", "500,1000,"])
def test_steps_may_be_written_as_people_write_lists(text: str) -> None:
    assert read_steps(text) == (500, 1000)


@pytest.mark.parametrize("text", ["many", "-5", "500, 500", "1000, 500", "0", "1e3", "9" * 12])
def test_what_is_no_rising_row_of_numbers_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        read_steps(text)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("1,000", (1000,)),
        ("1,500, 10,000", (1500, 10_000)),
        ("1,500; 2,500", (1500, 2500)),
        ("1,000,5,000", (1000, 5000)),
        ("500,1000", (500, 1000)),
        ("100,250,1000", (100, 250, 1000)),
        ("100,200,300,400", (100, 200, 300, 400)),
        ("100, 250, 500", (100, 250, 500)),
        ("1.500\n1\u00a0000\u202f000", (1500, 1_000_000)),
        ("٥٠٠، ١٬٠٠٠", (500, 1000)),
        ("۵۰۰؛ ۱۰۰۰", (500, 1000)),
    ],
)
def test_numbers_may_be_written_as_people_write_them(text: str, steps: tuple[int, ...]) -> None:
    assert read_steps(text) == steps


@pytest.mark.parametrize("text", ["1,500", "100,250,500", "1,500,2500", "1,250, 5000"])
def test_a_comma_that_may_mean_either_is_asked_about(text: str) -> None:
    with pytest.raises(ValidationError, match="a space after each comma"):
        read_steps(text)


@pytest.mark.parametrize("text", ["1,00,00,000", "9" * 200, ",".join(["999"] * 50), "5,-5", "²"])
def test_what_makes_no_sense_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValidationError):
        read_steps(text)


@pytest.mark.parametrize(
    ("goal", "steps"), [(100, "100"), (2_147_483_647, str(MOST)), (MOST, str(MOST))]
)
def test_a_goal_from_before_the_upgrade_becomes_steps_that_can_be_shown(
    goal: int, steps: str
) -> None:
    migration = import_module("alerts.petitions.migrations.0002_settings")
    old = SimpleNamespace(goal=goal, save=lambda **_fields: None)
    rows = SimpleNamespace(all=lambda: [old], exclude=lambda **_only: [old])
    apps = SimpleNamespace(get_model=lambda *_name: SimpleNamespace(objects=rows))
    migration.goal_to_steps(apps, None)
    assert old.goals == steps
    assert read_steps(old.goals)
    migration.steps_to_goal(apps, None)
    assert str(old.goal) == steps


@pytest.mark.django_db
def test_a_signature_nobody_confirmed_is_told_of_as_long_as_it_counts() -> None:
    signature = SignatureFactory(counted=True, confirmed_at=None)
    assert not signature.petition.progress.is_confirmed
    change_state(signature_id=signature.pk, to=signature.State.INVALIDATED)
    assert signature.petition.progress.is_confirmed


@pytest.mark.django_db
def test_a_petition_that_asks_for_no_confirmation_says_so_from_the_start() -> None:
    assert not PetitionFactory(confirms=False).progress.is_confirmed
    assert PetitionFactory().progress.is_confirmed
