"""Files of legislators that are refused, and how the operator learns why."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from alerts.officials.models import Official

pytestmark = pytest.mark.django_db

People = list[dict[str, Any]]
Import = Callable[..., str]


@pytest.mark.parametrize(
    ("senators", "members", "accepted"),
    [(95, 400, True), (94, 400, False), (95, 399, False), (0, 0, False)],
)
def test_a_short_file_is_refused(
    people: People, load_officials: Import, senators: int, members: int, accepted: bool
) -> None:
    few = people[:senators] + people[100 : 100 + members]
    if accepted:
        load_officials(few)
    else:
        with pytest.raises(CommandError, match=f"{senators} senators and {members} represent"):
            load_officials(few)
    assert Official.objects.count() == (495 if accepted else 0)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda e: e.update(id={}), "it has no Bioguide ID"),
        (lambda e: e.update(id={"bioguide": "SAL2"}), "SAL2 is listed twice"),
        (lambda e: e.update(id=[]), "id is missing or is not an object"),
        (lambda e: e.update(name={"first": "Ada"}), "it has no last name"),
        (lambda e: e["name"].update(last=7), "last is not text"),
        (lambda e: e["name"].update(last="A\u202eda"), "control characters"),
        (lambda e: e["name"].update(last="A\ud800da"), "last holds half a character"),
        (lambda e: e["name"].update(official_full="A" * 300), "too long"),
        (lambda e: e.update(terms=[]), "it has no terms of office"),
        (lambda e: e.update(terms=["now"]), "the last term is missing or is not an object"),
        (lambda e: e["terms"][-1].update(state="XX"), "'XX' is no state or territory"),
        (lambda e: e["terms"][-1].update(state="DC"), "DC has no senators"),
        (lambda e: e["terms"][-1].update(type="mayor"), "'mayor' is neither sen nor rep"),
        (lambda e: e["terms"][-1].update({"class": 4}), "4 is no Senate class"),
        (lambda e: e["terms"][-1].update(type="rep", district="9"), "'9' is no district number"),
        (lambda e: e["terms"][-1].update(type="rep", district=-1), "-1 is no district number"),
        (lambda e: e["terms"][-1].update(type="rep", district=True), "True is no district"),
        (lambda e: e["terms"][-1].update(end="soon"), "'soon' is no date"),
        (lambda e: e["terms"][-1].update({"class": 2}), "AL Senate class 2 is held by Ada SAL2"),
    ],
)
def test_a_bad_entry_is_named_with_its_line_and_nothing_is_written(
    people: People, load_officials: Import, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    people[0], people[1] = people[1], people[0]
    spoil(people[1])
    with pytest.raises(CommandError, match="Nothing was imported") as refusal:
        load_officials(people)
    assert "line 3: " in str(refusal.value)
    assert reason in str(refusal.value)
    assert not Official.objects.exists()


def test_a_bad_entry_leaves_what_was_there(people: People, load_officials: Import) -> None:
    load_officials(people)
    changed = copy.deepcopy(people)
    changed[0]["terms"][-1]["phone"] = "202-555-0199"
    changed[1]["terms"] = []
    with pytest.raises(CommandError):
        load_officials(changed)
    assert not Official.objects.filter(phone="202-555-0199").exists()


def test_many_bad_entries_are_counted_and_the_first_are_listed(
    people: People, load_officials: Import
) -> None:
    for person in people[:30]:
        person["terms"] = []
    with pytest.raises(CommandError, match="because of 30 rows") as refusal:
        load_officials(people)
    assert "and 10 more" in str(refusal.value)


def test_an_entry_that_is_no_object_is_named(people: People, load_officials: Import) -> None:
    with pytest.raises(CommandError, match="line 2: the entry is missing or is not an object"):
        load_officials(["Ada", *people])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"legislators": []}', "not a JSON list"),
        ("- id:\n    bioguide: A", "not a JSON list"),
        ("name,state\nAda,IL", "not a JSON list"),
        ("[\n{},\n{oops}\n]", "cannot be read at line 3"),
        ("[\n{}\n{}\n]", "cannot be read at line 3"),
        ("[\n{}\n", "cannot be read at line"),
        ("[{}] and more", "cannot be read at line 1"),
        ("[" * 100_000, "cannot be read at line 1"),
        ("[1" + "0" * 5000 + "]", "cannot be read at line 1"),
        ("[]", "0 senators"),
    ],
)
def test_what_is_no_list_of_legislators_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "file.json"
    path.write_text(text)
    with pytest.raises(CommandError, match=reason):
        call_command("import_officials", str(path))
