"""Reading a list as it stands on a page."""

from collections import Counter
from pathlib import Path

import pytest

from coalition.importing import Unreadable, read_file, read_text
from coalition.importing.rows import ReadRow
from tests.conftest import REAL_DATA

SEEDS = REAL_DATA.parent / "seeds"
LIST = """We stand together, in Georgia and elsewhere.

NATIONAL
Lake Union ( LU )
NETWORK
A
Alaska
P.E.A.C.E
B
C
California
SIREN, Services, Rights, and Education Network
CALIFORNIA CONTINUED
•  River   Clinic (for identification purposes only)
- Hill House
D-F
District of Columbia
L.U.N.A.
tribal nations
Lakeside Nation
"""


def listed(text: str) -> list[tuple[str, str]]:
    """Place and name of every row."""
    return [(row.values["place"], row.values["name"]) for row in read_text(text).rows]


def test_names_stand_under_the_headings_above_them() -> None:
    assert listed(LIST) == [
        ("NATIONAL", "Lake Union (LU)"),
        ("NATIONAL", "NETWORK"),
        ("AK", "P.E.A.C.E"),
        ("AK", "B"),
        ("CA", "SIREN, Services, Rights, and Education Network"),
        ("CA", "River Clinic"),
        ("CA", "Hill House"),
        ("DC", "L.U.N.A."),
        ("tribal", "Lakeside Nation"),
    ]


def test_rows_know_the_line_they_stand_on() -> None:
    rows = read_text(LIST).rows
    assert [row.line for row in rows][:3] == [4, 5, 8]


def test_the_remark_becomes_a_flag() -> None:
    flagged = [row.values["name"] for row in read_text(LIST).rows if is_flagged(row)]
    assert flagged == ["River Clinic"]


@pytest.mark.parametrize(
    "heading",
    ["Ohio", "OHIO", "ohio:", "Ohio Continued", "Ohio (cont'd)", "Ohio, cont.", "Ohio – continued"],
)
def test_headings_are_known_however_they_are_written(heading: str) -> None:
    assert listed(f"NATIONAL\nLake Union\n{heading}\nHill House")[-1] == ("OH", "Hill House")


@pytest.mark.parametrize("name", ["OR", "Me", "In", "Ohio Workers", "A-Z", "The Ohio"])
def test_names_that_only_resemble_headings_are_names(name: str) -> None:
    assert listed(f"NATIONAL\n{name}\nHill House")[0] == ("NATIONAL", name)


def test_headings_are_read_in_every_language_of_the_site() -> None:
    assert listed("Nueva York\nCasa del Lago") == [("NY", "Casa del Lago")]


def test_text_without_any_heading_is_refused_with_a_hint() -> None:
    with pytest.raises(Unreadable, match="Write NATIONAL or the name of a state"):
        read_text("Hill House\nLake Union")


def test_a_list_that_is_too_long_is_refused() -> None:
    names = "\n".join(f"Group {number}" for number in range(10_001))
    with pytest.raises(Unreadable, match="more than 10,000 rows"):
        read_text(f"NATIONAL\n{names}")


def test_a_table_that_is_pasted_is_read_as_a_table() -> None:
    assert listed("Place\tName\nOhio\tHill House") == [("OH", "Hill House")]


def seed() -> Path:
    """The real list, if it lies beside the project."""
    found = sorted(SEEDS.glob("001_*.txt"))
    if not found:
        pytest.skip(f"no real list in {SEEDS}")
    return found[0]


@pytest.mark.real_data
def test_the_real_list_is_read_whole() -> None:
    rows = read_file("list.txt", seed().read_bytes()).rows
    places = Counter(row.values["place"] for row in rows)
    names = {row.values["name"] for row in rows}
    assert not [row for row in rows if row.problems]
    assert len(rows) == len({(row.values["place"], row.values["name"]) for row in rows}) == 156
    assert places["NATIONAL"] == 40
    assert len(places) - 1 == 31
    assert places["DC"] == 1
    assert [row.values["place"] for row in rows if is_flagged(row)] == ["CA", "CO"]
    assert {
        "P.E.A.C.E",
        "L.U.N.A.",
        "NETWORK",
        "SIREN, Services, Immigrant Rights, and Education Network",
    } <= names
    assert "National Alliance of Latin American and Caribbean Communities (NALACC)" in names


def is_flagged(row: ReadRow) -> bool:
    """Whether a row is named for identification purposes only."""
    return row.values.get("identification_only") is True
