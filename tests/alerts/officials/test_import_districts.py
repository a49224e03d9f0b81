"""Bringing the districts of ZIP codes up to date, from either public format."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alerts.officials.districts import sitting_congress
from alerts.officials.models import Office, ZipDistrict
from tests.factories.officials import OfficialFactory, ZipDistrictFactory

pytestmark = pytest.mark.django_db

Import = Callable[..., str]

CSV = """zip,state,district,n_districts,main_state
00601,PR,0,1,1
60062,IL,9,2,1
60062,IL,10,2,1
86515,AZ,2,2,1
86515,NM,3,2,0
"""
CSV_OF_TRACTS = """state_fips,state_abbr,zcta,cd
01,AL,30165,3
13,GA,30165,14
"""
CENSUS = """\ufeff\
OID_CD119_20|GEOID_CD119_20|NAMELSAD_CD119_20|OID_ZCTA5_20|GEOID_ZCTA5_20|AREALAND_PART|AREAWATER_PART
1|0200|Congressional District (at Large)|2|99501|400|10
1|1198|Delegate District|2|20001|300|0
1|1709|Congressional District 9|2|60062|200|0
1|1710|Congressional District 10|2|60062|100|0
1|1708|Congressional District 8|2|60062|0|7
1|1709|Congressional District 9|||55|0
1|17ZZ|Congressional Districts not defined|2|60062|80|0
1|7298|Resident Commissioner District|2|00601|5|0
"""


@pytest.fixture
def load(tmp_path: Path) -> Import:
    """Import a table as the operator would; give what the command says."""

    def load(text: str, *, name: str = "zips.csv", **options: object) -> str:
        told = StringIO()
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        call_command("import_districts", str(path), stdout=told, stderr=told, **options)
        return told.getvalue()

    return load


def stored() -> set[tuple[str, str]]:
    return {(row.zip, row.area.code) for row in ZipDistrict.objects.all()}


def test_a_csv_of_zips_is_imported(load: Import) -> None:
    told = load(CSV, name="zip_cd118.csv")
    assert "3 ZIP codes, 5 districts, Congress 118." in told
    assert "Changes: 5 added." in told
    assert stored() == {
        ("00601", "PR-0"),
        ("60062", "IL-9"),
        ("60062", "IL-10"),
        ("86515", "AZ-2"),
        ("86515", "NM-3"),
    }


def test_a_csv_with_other_column_names_is_imported(load: Import) -> None:
    load(CSV_OF_TRACTS)
    assert stored() == {("30165", "AL-3"), ("30165", "GA-14")}


def test_the_census_file_is_imported_without_water_and_slivers(load: Import) -> None:
    told = load(CENSUS, name="tab20_natl.txt")
    assert "4 ZIP codes, 5 districts, Congress 119." in told
    assert "Rows left out, for having no land, no ZIP code or no district: 3." in told
    assert stored() == {
        ("99501", "AK-0"),
        ("20001", "DC-0"),
        ("60062", "IL-9"),
        ("60062", "IL-10"),
        ("00601", "PR-0"),
    }


def test_windows_line_ends_and_a_byte_order_mark_are_taken(load: Import) -> None:
    load("\ufeff" + CSV.replace("\n", "\r\n"))
    assert ("60062", "IL-10") in stored()


def test_a_csv_without_a_number_belongs_to_the_sitting_congress(load: Import) -> None:
    load(CSV)
    assert set(ZipDistrict.objects.values_list("congress", flat=True)) == {sitting_congress()}


def test_the_operator_may_say_which_congress(load: Import) -> None:
    load(CSV, name="zip_cd119.csv", congress=120)
    assert set(ZipDistrict.objects.values_list("congress", flat=True)) == {120}


def test_a_congress_that_contradicts_the_file_is_refused(load: Import) -> None:
    with pytest.raises(CommandError, match="lines of Congress 119, not of 120"):
        load(CENSUS, congress=120)
    with pytest.raises(CommandError, match="no Congress number -1"):
        load(CSV, congress=-1)


def test_a_second_run_changes_nothing(load: Import) -> None:
    load(CSV)
    before = list(ZipDistrict.objects.order_by("pk").values_list("pk", flat=True))
    assert "No changes." in load(CSV)
    assert list(ZipDistrict.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_a_dry_run_says_the_same_and_writes_nothing(load: Import) -> None:
    dry = load(CSV, dry_run=True)
    assert not ZipDistrict.objects.exists()
    assert not Office.objects.exists()
    assert dry == load(CSV) + "This was a dry run: nothing was written.\n"


def test_a_new_file_replaces_the_lines_of_its_congress_only(load: Import) -> None:
    ZipDistrictFactory(zip="60062", congress=118, district=5)
    load(CSV, congress=119)
    told = load("zip,state,district\n60062,IL,10\n60062,IL,11\n", congress=119, force=True)
    assert "Changes: 1 added, 4 removed." in told
    assert "4 rows went and only 2 are left" in told
    assert stored() == {("60062", "IL-5"), ("60062", "IL-10"), ("60062", "IL-11")}


def test_a_file_that_would_take_away_most_zip_codes_is_refused_unless_forced(load: Import) -> None:
    load(CSV, congress=119)
    short = "zip,state,district\n60062,IL,9\n"
    with pytest.raises(CommandError, match=r"2 of the 3 ZIP codes .* add --force"):
        load(short, congress=119)
    assert len(stored()) == 5
    load(short, congress=119, force=True)
    assert stored() == {("60062", "IL-9")}


def test_every_district_gets_a_seat_that_editors_can_fill(load: Import) -> None:
    official = OfficialFactory()
    load(CSV)
    assert {str(office.area) for office in Office.objects.vacant()} == {
        "PR-0",
        "IL-10",
        "AZ-2",
        "NM-3",
    }
    official.refresh_from_db()
    assert official.office is not None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("601,PR,0,1,1", "'601' is no ZIP code of five digits (a spreadsheet may have"),
        ("6006A,IL,9,1,1", "'6006A' is no ZIP code of five digits"),
        ("٦٠٠٦٢,IL,9,1,1", "is no ZIP code of five digits"),
        ("60062,XX,9,1,1", "'XX' is no state or territory"),
        ("60062,IL,nine,1,1", "'nine' is no district number"),
        ("60062,IL,-9,1,1", "'-9' is no district number"),
        ("60062,IL,,1,1", "'' is no district number"),
        ("60062,IL,9", "it has 3 columns, the header has 5"),
        ("60062,IL,9,1,1,1", "it has 6 columns, the header has 5"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_nothing_is_written(
    load: Import, row: str, reason: str
) -> None:
    ZipDistrictFactory(zip="10001", state="NY", district=12)
    with pytest.raises(CommandError, match="Nothing was imported, because of 1 row") as refusal:
        load(f"{CSV}\n{row}\n")
    assert "line 8: " in str(refusal.value)
    assert reason in str(refusal.value)
    assert stored() == {("10001", "NY-12")}


@pytest.mark.parametrize(
    ("good", "bad", "reason"),
    [
        ("|1709|", "|9909|", "'99' is no state number"),
        ("|1709|", "|17AB|", "'AB' is no district number"),
        ("|60062|200|", "|6006|200|", "'6006' is no ZIP code"),
        ("|60062|200|", "|60062|wide|", "'wide' is no land area"),
    ],
)
def test_a_bad_census_row_is_named_with_its_line(
    load: Import, good: str, bad: str, reason: str
) -> None:
    with pytest.raises(CommandError, match="line 4: ") as refusal:
        load(CENSUS.replace(good, bad, 1))
    assert reason in str(refusal.value)
    assert stored() == set()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("place,people\nSpringfield,7\n", "no column zip or zcta"),
        ("zip,state\n60062,IL\n", "no column district or cd"),
        ("zip,state,district\n", "no rows with a ZIP code"),
        (CENSUS.replace("GEOID_ZCTA5_20", "GEOID_COUNTY_20"), "no column GEOID_ZCTA5_20"),
        (CENSUS.replace("GEOID_CD119_20", "GEOID_SLDU_20"), "no column GEOID_CD<Congress>_20"),
        ('zip,state,district\n"60062,IL,9\n', "not readable as a table"),
        ('[{"zip": "60062"}]', "no column zip"),
    ],
)
def test_a_table_of_something_else_is_refused(load: Import, text: str, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        load(text)
    assert stored() == set()
