"""The number that was delivered is kept: what is corrected in the list later does not change it."""

import datetime
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from coalition.models import Endorsement, Endorser, Statement
from coalition.services import keep_delivered_figures
from coalition.services.merging import merge
from tests.coalition.test_statements_frozen import AFTER, BEFORE, DAY, LAST_SECOND, NEXT_DAY
from tests.factories.alerts import publish
from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_block,
)

pytestmark = pytest.mark.django_db
PAGE = "/en/coalition/families/"


@pytest.fixture
def statement() -> Statement:
    """A delivered statement behind which two organizations and a person stood."""
    made: Statement = StatementFactory(frozen_on=DAY, state="delivered")
    publish(add_statement_page(made, body=[coalition_block("endorser_counter")]))
    stood_behind(made, "Northside Clinic", places=["IL"])
    stood_behind(made, "The Northside Clinic", places=["GA"])
    stood_behind(made, person=True, places=["IL"])
    return made


def stood_behind(statement: Statement, name: str = "Ana Ruiz", **told: Any) -> Endorser:
    """An endorser that counted before the day of delivery, whenever it was entered."""
    endorser: Endorser = EndorserFactory(name=name, **told)
    EndorsementFactory(statement=statement, endorser=endorser, counted_from=BEFORE)
    return endorser


def keep(at: datetime.datetime = NEXT_DAY) -> int:
    with time_machine.travel(at, tick=False):
        return keep_delivered_figures()


def read(client: Client, address: str = PAGE) -> str:
    with time_machine.travel(AFTER, tick=False):
        return " ".join(client.get(address).content.decode().split())


def save(editor: Client, statement: Statement, **more: str) -> None:
    fields = {"name": statement.name, "state": statement.state, "organisation": ""}
    address = f"/admin/snippets/coalition/statement/edit/{statement.pk}/"
    assert editor.post(address, fields | more).status_code == 302
    statement.refresh_from_db()


def test_the_figures_are_kept_once_when_the_day_is_over(statement: Statement) -> None:
    assert keep(at=LAST_SECOND) == 0
    assert keep() == 1
    stood_behind(statement, "Found Later")
    assert keep() == 0

    statement.refresh_from_db()
    assert statement.delivered == {"organizations": 2, "persons": 1, "places": 2}
    assert ("coalition.services.keep_delivered_figures", 3600) in settings.PERIODIC_JOBS


def test_a_list_that_nobody_is_on_waits_for_its_import() -> None:
    StatementFactory(frozen_on=DAY)

    assert keep() == 0


def test_until_they_are_kept_the_list_is_counted(client: Client, statement: Statement) -> None:
    shown = read(client)

    assert "As of March 1, 2026: 2 organizations and 1 person." in shown
    assert "corrected" not in shown


def test_merging_after_the_delivery_leaves_the_number(client: Client, statement: Statement) -> None:
    keep()
    kept, dropped = Endorser.objects.filter(endorsements__statement=statement, is_person=False)
    merge(keep=kept.pk, drop=dropped.pk, fields=(), by=None)

    shown = read(client)

    assert "As of March 1, 2026: 2 organizations and 1 person." in shown
    assert "The list below has 2 entries now: it was corrected after the delivery" in shown
    assert "<strong>3</strong> endorsers" in shown


def test_an_entry_of_before_that_is_imported_later_leaves_the_number(
    client: Client, statement: Statement
) -> None:
    keep()
    stood_behind(statement, "Found Later", places=["TX"])

    shown = read(client)

    assert "As of March 1, 2026: 2 organizations and 1 person." in shown
    assert "The list below has 4 entries now" in shown
    assert "<strong>2</strong> states and territories" in shown


def test_a_change_of_scope_leaves_the_number_of_states(
    client: Client, statement: Statement
) -> None:
    keep()
    Endorser.objects.filter(name="The Northside Clinic").update(scope=Endorser.Scope.NATIONAL)

    shown = read(client)

    assert "<strong>2</strong> states and territories" in shown
    assert "corrected after the delivery" not in shown


@pytest.mark.parametrize("is_kept", [True, False])
def test_the_card_tells_what_was_delivered(
    client: Client, statement: Statement, is_kept: bool
) -> None:
    if is_kept:
        keep()
    Endorsement.objects.filter(endorser__is_person=True).update(counted_until=AFTER)
    EndorsementFactory(statement=statement, counted_from=AFTER)

    assert "As of March 1, 2026: 2 organizations and 1 person." in read(client, "/en/coalition/")


@pytest.mark.parametrize("day", ["", "2026-02-27"])
def test_another_day_or_none_is_counted_anew(
    editor: Client, statement: Statement, day: str
) -> None:
    keep()

    save(editor, statement, frozen_on=day)

    assert statement.delivered is None


def test_another_setting_keeps_the_figures(editor: Client, statement: Statement) -> None:
    keep()

    save(editor, statement, frozen_on=str(DAY), name="Families first")

    assert (statement.name, statement.delivered is None) == ("Families first", False)
