"""Bringing Congress up to date from the public file."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from alerts.officials.models import Office, Official
from tests.factories.officials import HouseSeatFactory, OfficialFactory, entry, whole_congress
from tests.factories.officials import write_congress as write

pytestmark = pytest.mark.django_db

People = list[dict[str, Any]]
Import = Callable[..., str]


@pytest.fixture
def people() -> People:
    return whole_congress()


@pytest.fixture
def load(tmp_path: Path) -> Import:
    """Import ``people`` as the operator would; give what the command says."""

    def load(people: People, **options: object) -> str:
        told = StringIO()
        path = write(tmp_path, people)
        call_command("import_officials", str(path), stdout=told, stderr=told, **options)
        return told.getvalue()

    return load


def test_everybody_is_imported_with_their_seat(people: People, load: Import) -> None:
    told = load(people)
    assert "100 senators, 401 representatives and delegates" in told
    assert "Changes: 501 added." in told
    senator = Official.objects.get(bioguide="SAK1")
    assert senator.office == Office.objects.get(kind="senator", state="AK", seat_class=1)
    assert (senator.name, senator.website) == ("Ada SAK1", "https://sak1.example.org")
    assert senator.source == "legislators-current.json"
    assert senator.fetched_at is not None
    assert Official.objects.get(bioguide="HIL7").office.area.code == "IL-7"


def test_a_second_run_changes_nothing(people: People, load: Import) -> None:
    load(people)
    before = list(Official.objects.order_by("pk").values_list("pk", "office", "imported"))
    assert "No changes." in load(people)
    assert list(Official.objects.order_by("pk").values_list("pk", "office", "imported")) == before


def test_a_dry_run_says_the_same_and_writes_nothing(people: People, load: Import) -> None:
    dry = load(people, dry_run=True)
    assert not Official.objects.exists()
    assert not Office.objects.exists()
    assert dry == load(people) + "This was a dry run: nothing was written.\n"


def test_who_is_no_longer_listed_loses_the_seat_and_keeps_the_row(
    people: People, load: Import
) -> None:
    load(people)
    left = people.pop()
    told = load(people)
    assert f"Ada {left['id']['bioguide']} holds no office any more." in told
    assert "Changes: 1 out of office." in told
    assert Official.objects.get(bioguide=left["id"]["bioguide"]).office is None
    assert "Seats nobody holds: " in told


def test_two_officials_can_change_places(people: People, load: Import) -> None:
    load(people)
    first, second = people[-1], people[-2]
    first["terms"], second["terms"] = second["terms"], first["terms"]
    assert "Changes: 2 updated." in load(people)
    seat = Official.objects.get(bioguide=first["id"]["bioguide"]).office
    assert seat.state == first["terms"][-1]["state"]


def test_a_house_member_who_moves_to_the_senate_stays_one_row(people: People, load: Import) -> None:
    load(people)
    member, senator = people[-1], people[0]
    member["terms"].append(senator["terms"][-1])
    people.remove(senator)
    load(people)
    moved = Official.objects.get(bioguide=member["id"]["bioguide"])
    assert moved.title == "Senator"
    assert Official.objects.get(bioguide=senator["id"]["bioguide"]).office is None
    assert Official.objects.count() == 501


def test_what_an_editor_has_set_survives(people: People, load: Import) -> None:
    load(people)
    edited = {"email": "sal1@example.org", "contact_form": "https://sal1.example.org/write"}
    Official.objects.filter(bioguide="SAL1").update(**edited, phone="")
    people[0]["terms"][-1]["phone"] = "202-555-0199"
    people[0]["terms"][-1]["url"] = "https://new.example.org"
    told = load(people)
    assert "Values kept as editors set them: 2." in told
    official = Official.objects.get(bioguide="SAL1")
    assert official.email == "sal1@example.org"
    assert official.contact_form == "https://sal1.example.org/write"
    assert (official.phone, official.website) == ("", "https://new.example.org")


def test_a_person_whom_an_editor_added_keeps_a_seat_the_file_leaves_vacant(
    people: People, load: Import
) -> None:
    load(people)
    added = OfficialFactory(bioguide=None)
    load(people)
    added.refresh_from_db()
    assert added.office.area.code == "IL-9"


def test_the_file_may_give_an_editors_seat_to_somebody_else(people: People, load: Import) -> None:
    added = OfficialFactory(bioguide=None, name="Rosa Rivera")
    people.append(entry("N000001", type="rep", state="IL", district=9))
    assert "Rosa Rivera holds no office any more." in load(people)
    added.refresh_from_db()
    assert added.office is None
    assert Official.objects.get(bioguide="N000001").office.area.code == "IL-9"


def test_the_file_recognises_a_person_whom_an_editor_added_before(
    people: People, load: Import
) -> None:
    added = OfficialFactory(bioguide=None, last_name="N000001", email="n@example.org", phone="")
    people.append(entry("N000001", type="rep", state="IL", district=9))
    load(people)
    added.refresh_from_db()
    assert (added.bioguide, added.email, added.phone) == (
        "N000001",
        "n@example.org",
        "202-555-0101",
    )
    assert Official.objects.count() == 502


def test_a_term_that_has_ended_drops_nobody_and_warns(people: People, load: Import) -> None:
    people[0]["terms"][-1]["end"] = "2026-11-03"
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=UTC)):
        told = load(people)
    assert "Ada SAL1 (SAL1): the term ended on 2026-11-03, but the file still lists them" in told
    assert Official.objects.get(bioguide="SAL1").office is not None


def test_missing_details_leave_fields_empty(people: People, load: Import) -> None:
    del people[0]["name"]["official_full"]
    for key in ("url", "phone", "party", "end"):
        del people[0]["terms"][-1][key]
    load(people)
    official = Official.objects.get(bioguide="SAL1")
    assert official.name == "Ada SAL1"
    assert (official.website, official.phone, official.party) == ("", "", "")
    assert official.term_ends is None


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("hhttps://example.org/form", "https://example.org/form"),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("see my page", ""),
    ],
)
def test_a_doubtful_web_address_is_mended_or_left_out_with_a_warning(
    people: People, load: Import, written: str, stored: str
) -> None:
    people[0]["terms"][-1]["contact_form"] = written
    told = load(people)
    assert f"contact_form '{written}'" in told
    assert Official.objects.get(bioguide="SAL1").contact_form == stored


def test_a_phone_number_without_enough_digits_is_left_out(people: People, load: Import) -> None:
    people[0]["terms"][-1]["phone"] = "5-0101"
    assert "'5-0101' is no phone number" in load(people)
    assert Official.objects.get(bioguide="SAL1").phone == ""


@pytest.mark.parametrize(
    ("senators", "members", "accepted"),
    [(95, 400, True), (94, 400, False), (95, 399, False), (0, 0, False)],
)
def test_a_short_file_is_refused(
    people: People, load: Import, senators: int, members: int, accepted: bool
) -> None:
    few = people[:senators] + people[100 : 100 + members]
    if accepted:
        load(few)
    else:
        with pytest.raises(CommandError, match=f"{senators} senators and {members} represent"):
            load(few)
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
    people: People, load: Import, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    people[0], people[1] = people[1], people[0]
    spoil(people[1])
    with pytest.raises(CommandError, match="Nothing was imported") as refusal:
        load(people)
    assert "line 3: " in str(refusal.value)
    assert reason in str(refusal.value)
    assert not Official.objects.exists()


def test_a_bad_entry_leaves_what_was_there(people: People, load: Import) -> None:
    load(people)
    changed = copy.deepcopy(people)
    changed[0]["terms"][-1]["phone"] = "202-555-0199"
    changed[1]["terms"] = []
    with pytest.raises(CommandError):
        load(changed)
    assert not Official.objects.filter(phone="202-555-0199").exists()


def test_many_bad_entries_are_counted_and_the_first_are_listed(
    people: People, load: Import
) -> None:
    for person in people[:30]:
        person["terms"] = []
    with pytest.raises(CommandError, match="because of 30 rows") as refusal:
        load(people)
    assert "and 10 more" in str(refusal.value)


def test_an_entry_that_is_no_object_is_named(people: People, load: Import) -> None:
    with pytest.raises(CommandError, match="line 2: the entry is missing or is not an object"):
        load(["Ada", *people])


def test_a_seat_that_was_vacant_is_filled(people: People, load: Import) -> None:
    vacant = HouseSeatFactory()
    people.append(entry("N000001", type="rep", state="IL", district=9))
    load(people)
    assert Official.objects.get(bioguide="N000001").office == vacant


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


class Terminal(StringIO):
    """A standard error that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else(
    people: People, load: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    for watched, drawn in ((StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr("sys.stderr", watched)
        load(people)
        assert ("officials/s" in watched.getvalue()) == drawn


def test_two_imports_at_once_end_in_one_sentence(
    people: People, load: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_was_faster(*_args: object, **_options: object) -> None:
        OfficialFactory(office=OfficialFactory().office)

    monkeypatch.setattr(
        "alerts.officials.management.commands.import_officials.update_roster", another_was_faster
    )
    with pytest.raises(CommandError, match="Another import was at work"):
        load(people)
    assert not Official.objects.exists()


def test_one_long_line_is_read_as_well(people: People, tmp_path: Path) -> None:
    path = tmp_path / "minified.json"
    path.write_text(json.dumps(people, separators=(",", ":")))
    call_command("import_officials", str(path), stdout=StringIO())
    assert Official.objects.count() == 501
