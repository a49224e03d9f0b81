"""Tables for spreadsheets: sent row by row, safe to open."""

import io
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook

from alerts.supporters.spreadsheets import workbook
from alerts.supporters.spreadsheets.cells import Row
from alerts.supporters.spreadsheets.csv_lines import csv_pieces
from alerts.supporters.spreadsheets.workbook import workbook_pieces
from tests.support.packets import sheets


def rows(number: int) -> Iterator[Row]:
    for at in range(number):
        yield at, f"name {at} of somebody whose name is long"


def test_csv_begins_before_the_last_row_is_read() -> None:
    read = iter(rows(10_000))
    pieces = csv_pieces(read)

    assert next(pieces).startswith("\ufeff0,name 0".encode())
    assert next(read, None) is not None


def test_a_workbook_begins_before_the_last_row_is_read() -> None:
    read = iter(rows(10_000))
    pieces = workbook_pieces({"Names": read})

    assert next(pieces).startswith(b"PK")
    assert next(read, None) is not None


def test_a_table_longer_than_a_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)

    book = sheets(b"".join(workbook_pieces({"Names": rows(3), "Totals": rows(1)})))

    assert {title: len(found) for title, found in book.items()} == {
        "Names": 2,
        "Names 2": 1,
        "Totals": 1,
    }


def test_numbers_are_numbers_and_texts_are_texts() -> None:
    data = b"".join(workbook_pieces({"A & B": [[1, "2", "=3", " \x00x "]]}))
    sheet = load_workbook(io.BytesIO(data))["A & B"]

    assert [cell.value for cell in sheet[1]] == [1, "2", "'=3", " x "]
    assert sheet["C1"].data_type == "s"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "＝1", "x;=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    line = b"".join(csv_pieces([[text]])).decode()

    assert "'" in line
