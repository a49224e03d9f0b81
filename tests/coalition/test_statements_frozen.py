"""A delivered list stays as it was at the end of its day; who came later is told apart."""

import datetime
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import models
from django.test import Client
from django.utils import timezone

from coalition.listing import Standing, standing
from coalition.models import Endorsement, Endorser, Statement
from coalition.services import change_status
from tests.factories.alerts import publish
from tests.factories.coalition import EndorserFactory, StatementFactory, add_statement_page

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")
DAY = datetime.date(2026, 3, 1)
LAST_SECOND = datetime.datetime(2026, 3, 1, 23, 59, 59, tzinfo=NEW_YORK)
NEXT_DAY = datetime.datetime(2026, 3, 2, 0, 0, 0, tzinfo=NEW_YORK)
BEFORE, AFTER = LAST_SECOND - datetime.timedelta(days=9), NEXT_DAY + datetime.timedelta(days=9)
LATER = AFTER + datetime.timedelta(days=9)
APPROVED, DECLINED = Endorser.Status.APPROVED, Endorser.Status.DECLINED
WITHDRAWN = Endorser.Status.WITHDRAWN


@pytest.fixture
def statement() -> Statement:
    made: Statement = StatementFactory(frozen_on=DAY)
    return made


def submit(statement: Statement, name: str, **more: Any) -> Endorser:
    """An endorser who has signed and waits for staff."""
    endorser: Endorser = EndorserFactory(name=name, status=Endorser.Status.CONFIRMED, **more)
    Endorsement.objects.create(endorser=endorser, statement=statement)
    return endorser


def change(endorser: Endorser, to: str, at: datetime.datetime) -> None:
    with time_machine.travel(at, tick=False):
        change_status(endorser_id=endorser.pk, to=to)


def at(moment: datetime.datetime, statement: Statement) -> Standing:
    with time_machine.travel(moment, tick=False):
        return standing(statement)


def told(found: Standing) -> tuple[list[tuple[str, bool]], list[str]]:
    """Names of the delivered list with whether they withdrew, and those who joined since."""
    delivered = [(row.name, row.withdrawn) for row in found.delivered]
    return delivered, [row.name for row in found.since]


def test_who_was_approved_by_midnight_is_on_the_list(statement: Statement) -> None:
    change(submit(statement, "In time"), APPROVED, LAST_SECOND)
    change(submit(statement, "Late"), APPROVED, NEXT_DAY)

    assert told(at(AFTER, statement)) == ([("In time", False)], ["Late"])


def test_who_is_not_approved_is_on_neither(statement: Statement) -> None:
    submit(statement, "Waiting")
    change(submit(statement, "Refused"), DECLINED, BEFORE)

    assert told(at(AFTER, statement)) == ([], [])


def test_a_signature_of_before_that_is_approved_later_joined_since(statement: Statement) -> None:
    with time_machine.travel(BEFORE, tick=False):
        endorser = submit(statement, "Slow staff")
    change(endorser, APPROVED, AFTER)

    assert told(at(LATER, statement)) == ([], ["Slow staff"])


def test_who_withdraws_before_is_not_on_the_list(statement: Statement) -> None:
    endorser = submit(statement, "Gone early")
    change(endorser, APPROVED, BEFORE)
    change(endorser, WITHDRAWN, LAST_SECOND)

    assert told(at(AFTER, statement)) == ([], [])


def test_who_withdraws_after_stays_and_is_marked(statement: Statement) -> None:
    endorser = submit(statement, "Gone late")
    change(endorser, APPROVED, BEFORE)
    change(endorser, WITHDRAWN, NEXT_DAY)

    found = at(AFTER, statement)

    assert told(found) == ([("Gone late", True)], [])
    assert (found.counts.total, found.withdrawn) == (1, 1)


def test_who_is_declined_after_is_marked_as_well(statement: Statement) -> None:
    endorser = submit(statement, "Second thoughts")
    change(endorser, APPROVED, BEFORE)
    change(endorser, DECLINED, AFTER)

    assert told(at(LATER, statement)) == ([("Second thoughts", True)], [])


def test_a_person_who_has_withdrawn_leaves_a_number_without_a_name(statement: Statement) -> None:
    person = submit(statement, "Ana Ruiz", is_person=True, affiliation="Lake University")
    change(person, APPROVED, BEFORE)
    change(person, WITHDRAWN, AFTER)

    found = at(LATER, statement)

    row = found.delivered[0]
    assert (row.name, row.affiliation, row.city, row.withdrawn) == ("", "", "", True)
    assert (found.counts.persons, found.counts.organizations) == (1, 0)


def test_no_free_text_of_a_person_who_left_is_kept(statement: Statement) -> None:
    texts = [
        field.name
        for field in Endorser._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField) and not field.choices
    ]
    told = dict.fromkeys({*texts} - {"sort_key", "normalised_name"}, "Ana Ruiz")
    person = submit(statement, **told, is_person=True, identification_only=True, languages=["es"])

    change(person, WITHDRAWN, AFTER)

    person.refresh_from_db()
    assert {name: getattr(person, name) for name in texts} == dict.fromkeys(texts, "")
    assert not person.identification_only
    assert not person.languages.exists()


def test_a_row_without_a_name_says_only_that_somebody_left(
    client: Client, statement: Statement
) -> None:
    publish(add_statement_page(statement, body=[("endorser_list", {})]))
    told = {"city": "Chicago", "nation": "Diné", "notes": {"en": "A remark"}, "languages": ["es"]}
    person = submit(statement, "Ana Ruiz", is_person=True, identification_only=True, **told)
    change(person, APPROVED, BEFORE)
    Endorser.objects.filter(pk=person.pk).update(name="", status=WITHDRAWN)

    with time_machine.travel(AFTER, tick=False):
        answers = [
            client.get(f"/en/coalition/families/{file}")
            for file in ("", "endorsers.csv", "endorsers.json")
        ]

    page, table, data = (answer.content.decode() for answer in answers)
    assert "<i>A person who no longer stands behind it</i></li>" in page
    for said in ("Chicago", "Diné", "A remark"):
        assert said not in page + table + data
    (row,) = json.loads(data)["endorsers"]
    assert (row["languages"], row["identification_only"], row["places"]) == ([], False, ["IL"])


def test_who_comes_back_after_a_withdrawal_stands_on_the_list_unmarked(
    statement: Statement,
) -> None:
    endorser = submit(statement, "There and back")
    change(endorser, APPROVED, BEFORE)
    change(endorser, WITHDRAWN, AFTER)
    change(endorser, APPROVED, LATER)

    found = at(LATER + datetime.timedelta(seconds=1), statement)

    assert told(found) == ([("There and back", False)], [])


def test_who_had_withdrawn_before_and_comes_back_joined_since(statement: Statement) -> None:
    endorser = submit(statement, "Back again")
    change(endorser, APPROVED, BEFORE)
    change(endorser, WITHDRAWN, BEFORE + datetime.timedelta(days=1))
    change(endorser, APPROVED, AFTER)

    assert told(at(LATER, statement)) == ([], ["Back again"])


def test_the_list_freezes_by_itself_when_its_day_ends(statement: Statement) -> None:
    change(submit(statement, "Early"), APPROVED, BEFORE)

    last, next_day = at(LAST_SECOND, statement), at(NEXT_DAY, statement)

    assert (last.as_of, next_day.as_of) == (None, DAY)
    assert told(last) == told(next_day) == ([("Early", False)], [])


def test_the_day_ends_by_the_sites_clock_wherever_the_reader_is(statement: Statement) -> None:
    change(submit(statement, "In time"), APPROVED, LAST_SECOND)

    with timezone.override(ZoneInfo("Pacific/Kiritimati")):
        assert at(LAST_SECOND, statement).as_of is None
        assert told(at(NEXT_DAY, statement)) == ([("In time", False)], [])


def test_another_statement_changes_nothing(statement: Statement) -> None:
    change(submit(StatementFactory(), "Elsewhere"), APPROVED, BEFORE)

    assert told(at(AFTER, statement)) == ([], [])


def test_reading_it_takes_as_many_queries_for_one_as_for_many(
    statement: Statement, django_assert_max_num_queries: object
) -> None:
    for number in range(20):
        endorser = submit(statement, f"Member {number}")
        change(endorser, APPROVED, AFTER if number % 2 else BEFORE)

    with django_assert_max_num_queries(12):
        found = at(LATER, statement)

    assert (found.counts.total, found.since_counts.total) == (10, 10)


def test_the_page_says_how_many_stood_behind_it_that_day(
    client: Client, statement: Statement
) -> None:
    publish(add_statement_page(statement, body=[("endorser_list", {})]))
    change(submit(statement, "Northside Clinic"), APPROVED, BEFORE)
    gone = submit(statement, "Southside Clinic")
    change(gone, APPROVED, BEFORE)
    change(gone, WITHDRAWN, AFTER)
    change(submit(statement, "Ana Ruiz", is_person=True), APPROVED, BEFORE)
    change(submit(statement, "Late Labor Union"), APPROVED, AFTER)

    with time_machine.travel(LATER, tick=False):
        shown = " ".join(client.get("/en/coalition/families/").content.decode().split())

    assert "As of March 1, 2026: 2 organizations and 1 person." in shown
    assert "Joined since: 1 organization." in shown
    assert "1 on the list no longer stands behind it." in shown
    assert shown.index("Southside Clinic") < shown.index("Late Labor Union")
