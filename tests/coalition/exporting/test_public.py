"""The public list as files: what stands in them, and what never does."""

import csv
import datetime
import io
import json

import pytest
import time_machine

from coalition.exporting import public_csv, public_json
from coalition.listing import public_rows
from coalition.listing.standing import standing
from coalition.models import Endorser
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]


def lines() -> list[dict[str, str]]:
    """The rows of the public CSV."""
    text = public_csv(public_rows())
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_the_table_has_one_row_for_each_place_and_the_headings() -> None:
    EndorserFactory(name="Hill House", places=["OH", "tribal"])
    EndorserFactory(name="Lake Union", national=True, places=["TX"])
    EndorserFactory(name="World House", scope="international")
    assert [(row["place"], row["name"]) for row in lines()] == [
        ("Ohio", "Hill House"),
        ("Tribal nations", "Hill House"),
        ("NATIONAL", "Lake Union"),
        ("INTERNATIONAL", "World House"),
    ]


def test_the_table_writes_values_for_machines_and_spreadsheets() -> None:
    EndorserFactory(name="=1", person=True, languages=["ar", "es"], notes={"en": "Hi"})
    [row] = lines()
    assert (row["name"], row["person"], row["identification_only"]) == ("'=1", "1", "1")
    assert (row["languages"], row["note"], row["withdrawn"]) == ("ar; es", "Hi", "0")


@time_machine.travel("2027-03-05 12:00Z")
def test_the_object_says_how_many_of_what_and_when() -> None:
    EndorserFactory(name="=1", places=["OH", "TX"], languages=["es"], city="", website="")
    feed = json.loads(
        public_json(public_rows(), statement="Families", as_of=datetime.date(2027, 3, 1))
    )
    [endorser] = feed.pop("endorsers")
    assert feed == {
        "total": 1,
        "joined_since": 0,
        "generated": "2027-03-05",
        "statement": "Families",
        "as_of": "2027-03-01",
    }
    assert endorser == {
        "id": str(Endorser.objects.get().uuid),
        "name": "=1",
        "identification_only": False,
        "person": False,
        "affiliation": "",
        "scope": "local",
        "nation": "",
        "city": "",
        "kind": "other",
        "languages": ["es"],
        "website": "",
        "note": "",
        "since": None,
        "withdrawn": False,
        "later": False,
        "places": ["OH", "TX"],
    }


def test_who_joined_after_the_delivery_is_told_apart() -> None:
    statement = StatementFactory(frozen_on=datetime.date(2027, 3, 1))
    for name, day in (("First House", 1), ("Second House", 9)):
        since = datetime.datetime(2027, 3, day, 12, tzinfo=datetime.UTC)
        endorser = EndorserFactory(name=name)
        EndorsementFactory(statement=statement, endorser=endorser, counted_from=since)
    with time_machine.travel("2027-03-10 12:00", tick=False):
        found = standing(statement)
        feed = json.loads(public_json([*found.delivered, *found.since], as_of=found.as_of))
    assert (feed["total"], feed["joined_since"]) == (1, 1)
    assert [one["name"] for one in feed["endorsers"] if one["later"]] == ["Second House"]


def test_contacts_and_who_is_not_approved_are_in_neither() -> None:
    ContactFactory(name="Bo Okafor", email="bo@river.example.org")
    EndorserFactory(name="Waiting House", status=Endorser.Status.CONFIRMED)
    both = public_csv(public_rows()) + public_json(public_rows())
    for secret in ("Okafor", "bo@river", "Waiting House", "contact", "status"):
        assert secret not in both
