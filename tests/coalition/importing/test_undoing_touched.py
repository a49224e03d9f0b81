"""Whatever somebody did to an imported entry keeps it from being undone."""

import datetime
from collections.abc import Callable

import pytest
import time_machine

from coalition.importing import undo_import
from coalition.models import Endorser
from tests.factories.coalition import CorrectionFactory, StatementFactory, forget_demo_coalition
from tests.support.lists import HILL, bring, csv_of, names

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_else(db: None) -> None:
    forget_demo_coalition()


def ask_for_correction(endorser: Endorser) -> None:
    """The contact wants something changed."""
    CorrectionFactory(endorser=endorser)


def describe_logo(endorser: Endorser) -> None:
    """Staff say what the logo shows."""
    Endorser.objects.filter(pk=endorser.pk).update(logo_alt="A hill")


@pytest.mark.parametrize("touch", [ask_for_correction, describe_logo])
def test_who_was_touched_since_stays_and_is_named(touch: Callable[[Endorser], None]) -> None:
    batch = bring(csv_of(HILL))
    touch(Endorser.objects.get())

    undone = undo_import(batch_id=batch.pk)

    assert undone.kept == ["“Hill House” was changed since and stays."]
    assert names() == ["Hill House"]


def test_who_was_imported_after_the_delivery_is_removed_though_counted_from_before() -> None:
    statement = StatementFactory(frozen_on=datetime.date(2027, 3, 2))
    with time_machine.travel("2027-03-05 12:00Z"):
        since = datetime.date(2027, 3, 1)
        batch = bring(csv_of(HILL), statement=statement, since=since)

        undone = undo_import(batch_id=batch.pk)

    assert (undone.removed, undone.kept) == (1, [])
    assert names() == []
