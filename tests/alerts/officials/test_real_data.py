"""All of Congress and every mapped ZIP code, where the public data lies beside the project."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from alerts.officials.lookup import look_up
from alerts.officials.models import Official, ZipDistrict
from tests.conftest import REAL_DATA

OFFICIALS = REAL_DATA / "congress-legislators" / "legislators-current.json"
DISTRICTS = REAL_DATA / "zip-districts" / "zip_cd119.csv"
TRACTS = REAL_DATA / "zip-districts" / "zccd.csv"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.real_data,
    pytest.mark.skipif(not OFFICIALS.exists(), reason=f"no public data at {REAL_DATA}"),
]

KNOWN = {
    "10001": (["NY-12"], 2, []),
    "10003": (["NY-10", "NY-12"], 2, []),
    "90210": (["CA-30", "CA-32", "CA-36"], 2, []),
    "99501": (["AK-0"], 2, []),
    "20001": (["DC-0"], 0, []),
    "00601": (["PR-0"], 0, []),
    "96799": (["AS-0"], 0, []),
    "96910": (["GU-0"], 0, []),
    "00802": (["VI-0"], 0, []),
    "30165": (["AL-3", "GA-14"], 4, []),
    "42223": (["KY-1", "TN-7"], 4, []),
    "86515": (["AZ-2", "NM-3"], 4, []),
    "60062": (["IL-9", "IL-10"], 2, []),
    "78701": (["TX-37"], 2, []),
    "94541": (["CA-14"], 2, ["CA-14"]),
}


def run(command: str, *args: object) -> str:
    told = StringIO()
    call_command(command, *args, stdout=told, stderr=told)
    return told.getvalue()


@pytest.fixture
def loaded() -> None:
    run("import_officials", OFFICIALS)
    run("import_districts", DISTRICTS)


@pytest.mark.usefixtures("loaded")
def test_known_zips_lead_to_their_districts_and_officials() -> None:
    entries = json.loads(run("lookup", *KNOWN, "--json"))
    found = {
        entry["zip"]: (entry["districts"], len(entry["senators"]), entry["vacant"])
        for entry in entries
    }
    assert found == KNOWN
    for entry in entries:
        seats = [person["district"] for person in entry["representatives"]]
        assert sorted(seats + entry["vacant"]) == sorted(entry["districts"])
        assert "error" not in entry


@pytest.mark.usefixtures("loaded")
def test_all_of_congress_is_there_with_the_ways_that_are_published() -> None:
    told = run("import_officials", OFFICIALS)
    assert "100 senators, 437 representatives and delegates." in told
    assert "No changes." in told
    assert "Seats nobody holds: CA-14, FL-20, GA-13, TX-23." in told
    assert "No changes." in run("import_districts", DISTRICTS)
    in_office = Official.objects.exclude(office=None)
    with_form = in_office.exclude(contact_form="")
    assert with_form.filter(office__kind="senator").count() == 87
    assert with_form.filter(office__kind="representative").count() == 2
    assert {way.kind for official in in_office for way in official.channels()} == {
        "form",
        "website",
        "phone",
    }


@pytest.mark.usefixtures("loaded")
def test_a_zip_of_every_district_finds_its_holder_or_the_vacancy() -> None:
    one_each = {
        (state, district): zip_code
        for zip_code, state, district in ZipDistrict.objects.values_list("zip", "state", "district")
    }
    assert len(one_each) == 441
    for zip_code in one_each.values():
        found = look_up(zip_code)
        assert len(found.representatives) + len(found.vacant) == len(found.districts)
        assert not found.problem


@pytest.mark.usefixtures("loaded")
def test_the_more_generous_table_can_be_tried_dry() -> None:
    told = run("import_districts", TRACTS, "--congress=119", "--dry-run")
    assert "33,774 ZIP codes, 437 districts, Congress 119." in told
    assert ZipDistrict.objects.count() == 40_079
