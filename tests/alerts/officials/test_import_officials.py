"""Bringing Congress up to date from the public file."""

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
from tests.factories.officials import HouseSeatFactory, OfficialFactory, entry

pytestmark = pytest.mark.django_db

People = list[dict[str, Any]]
Import = Callable[..., str]


def test_everybody_is_imported_with_their_seat(people: People, load_officials: Import) -> None:
    told = load_officials(people)
    assert "100 senators, 401 representatives and delegates" in told
    assert "Changes: 501 added." in told
    senator = Official.objects.get(bioguide="SAK1")
    assert senator.office == Office.objects.get(kind="senator", state="AK", seat_class=1)
    assert (senator.name, senator.website) == ("Ada SAK1", "https://sak1.example.org")
    assert senator.source == "legislators-current.json"
    assert senator.fetched_at is not None
    assert Official.objects.get(bioguide="HIL7").office.area.code == "IL-7"


def test_a_second_run_changes_nothing(people: People, load_officials: Import) -> None:
    load_officials(people)
    before = list(Official.objects.order_by("pk").values_list("pk", "office", "imported"))
    assert "No changes." in load_officials(people)
    assert list(Official.objects.order_by("pk").values_list("pk", "office", "imported")) == before


def test_a_dry_run_says_the_same_and_writes_nothing(people: People, load_officials: Import) -> None:
    dry = load_officials(people, dry_run=True)
    assert not Official.objects.exists()
    assert not Office.objects.exists()
    assert dry == load_officials(people) + "This was a dry run: nothing was written.\n"


def test_who_is_no_longer_listed_loses_the_seat_and_keeps_the_row(
    people: People, load_officials: Import
) -> None:
    load_officials(people)
    left = people.pop()
    told = load_officials(people)
    assert f"Ada {left['id']['bioguide']} holds no office any more." in told
    assert "Changes: 1 out of office." in told
    assert Official.objects.get(bioguide=left["id"]["bioguide"]).office is None
    assert "Seats nobody holds: " in told


def test_two_officials_can_change_places(people: People, load_officials: Import) -> None:
    load_officials(people)
    first, second = people[-1], people[-2]
    first["terms"], second["terms"] = second["terms"], first["terms"]
    assert "Changes: 2 updated." in load_officials(people)
    seat = Official.objects.get(bioguide=first["id"]["bioguide"]).office
    assert seat.state == first["terms"][-1]["state"]


def test_a_house_member_who_moves_to_the_senate_stays_one_row(
    people: People, load_officials: Import
) -> None:
    load_officials(people)
    member, senator = people[-1], people[0]
    member["terms"].append(senator["terms"][-1])
    people.remove(senator)
    load_officials(people)
    moved = Official.objects.get(bioguide=member["id"]["bioguide"])
    assert moved.title == "Senator"
    assert Official.objects.get(bioguide=senator["id"]["bioguide"]).office is None
    assert Official.objects.count() == 501


def test_what_an_editor_has_set_survives(people: People, load_officials: Import) -> None:
    load_officials(people)
    edited = {"email": "sal1@example.org", "contact_form": "https://sal1.example.org/write"}
    Official.objects.filter(bioguide="SAL1").update(**edited, phone="")
    people[0]["terms"][-1]["phone"] = "202-555-0199"
    people[0]["terms"][-1]["url"] = "https://new.example.org"
    told = load_officials(people)
    assert "Values kept as editors set them: 2." in told
    official = Official.objects.get(bioguide="SAL1")
    assert official.email == "sal1@example.org"
    assert official.contact_form == "https://sal1.example.org/write"
    assert (official.phone, official.website) == ("", "https://new.example.org")


def test_a_person_whom_an_editor_added_keeps_a_seat_the_file_leaves_vacant(
    people: People, load_officials: Import
) -> None:
    load_officials(people)
    added = OfficialFactory(bioguide=None)
    load_officials(people)
    added.refresh_from_db()
    assert added.office.area.code == "IL-9"


def test_the_file_may_give_an_editors_seat_to_somebody_else(
    people: People, load_officials: Import
) -> None:
    added = OfficialFactory(bioguide=None, name="Rosa Rivera")
    people.append(entry("N000001", type="rep", state="IL", district=9))
    assert "Rosa Rivera holds no office any more." in load_officials(people)
    added.refresh_from_db()
    assert added.office is None
    assert Official.objects.get(bioguide="N000001").office.area.code == "IL-9"


def test_the_file_recognises_a_person_whom_an_editor_added_before(
    people: People, load_officials: Import
) -> None:
    added = OfficialFactory(bioguide=None, last_name="N000001", email="n@example.org", phone="")
    people.append(entry("N000001", type="rep", state="IL", district=9))
    load_officials(people)
    added.refresh_from_db()
    assert (added.bioguide, added.email, added.phone) == (
        "N000001",
        "n@example.org",
        "202-555-0101",
    )
    assert Official.objects.count() == 502


def test_a_term_that_has_ended_drops_nobody_and_warns(
    people: People, load_officials: Import
) -> None:
    people[0]["terms"][-1]["end"] = "2026-11-03"
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=UTC)):
        told = load_officials(people)
    assert "Ada SAL1 (SAL1): the term ended on 2026-11-03, but the file still lists them" in told
    assert Official.objects.get(bioguide="SAL1").office is not None


def test_missing_details_leave_fields_empty(people: People, load_officials: Import) -> None:
    del people[0]["name"]["official_full"]
    for key in ("url", "phone", "party", "end"):
        del people[0]["terms"][-1][key]
    load_officials(people)
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
    people: People, load_officials: Import, written: str, stored: str
) -> None:
    people[0]["terms"][-1]["contact_form"] = written
    told = load_officials(people)
    assert f"contact_form '{written}'" in told
    assert Official.objects.get(bioguide="SAL1").contact_form == stored


def test_a_phone_number_without_enough_digits_is_left_out(
    people: People, load_officials: Import
) -> None:
    people[0]["terms"][-1]["phone"] = "5-0101"
    assert "'5-0101' is no phone number" in load_officials(people)
    assert Official.objects.get(bioguide="SAL1").phone == ""


def test_a_seat_that_was_vacant_is_filled(people: People, load_officials: Import) -> None:
    vacant = HouseSeatFactory()
    people.append(entry("N000001", type="rep", state="IL", district=9))
    load_officials(people)
    assert Official.objects.get(bioguide="N000001").office == vacant


class Terminal(StringIO):
    """A standard error that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else(
    people: People, load_officials: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    for watched, drawn in ((StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr("sys.stderr", watched)
        load_officials(people)
        assert ("officials/s" in watched.getvalue()) == drawn


def test_two_imports_at_once_end_in_one_sentence(
    people: People, load_officials: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_was_faster(*_args: object, **_options: object) -> None:
        OfficialFactory(office=OfficialFactory().office)

    monkeypatch.setattr(
        "alerts.officials.management.commands.import_officials.update_roster", another_was_faster
    )
    with pytest.raises(CommandError, match="Another import was at work"):
        load_officials(people)
    assert not Official.objects.exists()


def test_one_long_line_is_read_as_well(people: People, tmp_path: Path) -> None:
    path = tmp_path / "minified.json"
    path.write_text(json.dumps(people, separators=(",", ":")))
    call_command("import_officials", str(path), stdout=StringIO())
    assert Official.objects.count() == 501
