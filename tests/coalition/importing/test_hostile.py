"""Lists made to take for ever: each gets its sentence before anybody looks closer."""

import io
import re
import zipfile

import pytest

from coalition.importing import Unreadable, read_file, read_text
from tests.support.lists import csv_of, xlsx_of

GOOD = {"place": "Ohio", "name": "Hill House"}
MANY = 100_000


def sheet_with(old: str, new: str) -> bytes:
    """A workbook of one endorser, with something in its sheet replaced."""
    out = io.BytesIO()
    book = zipfile.ZipFile(io.BytesIO(xlsx_of(["place", "name"], ["Ohio", "Hill House"])))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in book.namelist():
            text = book.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(old, new, text.decode(), count=1).encode()
            archive.writestr(name, text)
    return out.getvalue()


def test_a_workbook_with_a_cell_far_below_is_refused() -> None:
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Ohio</t></is></c></row>'
    with pytest.raises(Unreadable, match="goes on below row 20,000"):
        read_file("list.xlsx", sheet_with("</sheetData>", f"{far}</sheetData>"))


def test_a_workbook_with_endless_empty_rows_is_refused() -> None:
    with pytest.raises(Unreadable, match="goes on below row 20,000"):
        read_file("list.xlsx", sheet_with("</sheetData>", "<row/>" * 20_001 + "</sheetData>"))


def test_a_workbook_with_endless_merged_cells_is_refused() -> None:
    merged = '<mergeCell ref="D1:E1"/>' * MANY
    merged = f"</sheetData><mergeCells>{merged}</mergeCells>"
    with pytest.raises(Unreadable, match="More than 500 ranges of cells are merged"):
        read_file("list.xlsx", sheet_with("</sheetData>", merged))


def test_a_workbook_whose_merged_cells_overlap_is_none() -> None:
    merged = '<mergeCell ref="A1:C9"/><mergeCell ref="B2:D5"/>'
    merged = f"</sheetData><mergeCells>{merged}</mergeCells>"
    with pytest.raises(Unreadable, match="no workbook that can be read"):
        read_file("list.xlsx", sheet_with("</sheetData>", merged))


@pytest.mark.parametrize("filler", [" ", ", ", " and ", "Ohio ", "\t"])
def test_a_place_that_is_too_long_is_no_place(filler: str) -> None:
    [row] = read_file("list.csv", csv_of({**GOOD, "place": f"IL{filler * 20_000}x"})).rows
    assert "is no place we know. Please write NATIONAL" in row.problems[0].sentence


@pytest.mark.parametrize("filler", [",", " - ", "(", "( ", "\u2014", "cont", "(for "])
def test_a_pasted_line_that_is_too_long_is_a_problem_of_its_line(filler: str) -> None:
    [row] = read_text(f"Ohio\nHill{filler * MANY}x").rows
    assert row.problems[0].sentence == "Please shorten the name to at most 200 characters."


def test_no_heading_is_longer_than_five_hundred_characters() -> None:
    with pytest.raises(Unreadable, match="No list was found"):
        read_text(f"Ohio{' ' * 500}continued\nHill House")


@pytest.mark.parametrize("filler", [" ", "(", "( ", "- ", "(listed  "])
def test_a_name_that_is_too_long_is_told(filler: str) -> None:
    [row] = read_file("list.csv", csv_of({**GOOD, "name": f"Hill{filler * 10_000}x"})).rows
    assert row.problems[0].sentence == "Please shorten the name to at most 200 characters."


def test_a_table_with_too_many_columns_is_refused() -> None:
    header = "place,name" + ",x" * 99
    with pytest.raises(Unreadable, match="more than 100 columns"):
        read_file("list.csv", f"{header}\nOhio,Hill House\n".encode())


def test_empty_columns_beside_the_table_do_no_harm() -> None:
    data = f"place,name{',' * MANY}\n" + "Ohio,Hill House\n" * 50
    assert len(read_file("list.csv", data.encode()).rows) == 50
