"""Reading XLSX: the right sheet, cells that are no text, and files that are no workbook."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from coalition.importing import Unreadable, read_file
from tests.support.lists import problems_of, rows_of, saved, xlsx_of


def test_a_workbook_is_read_from_the_sheet_that_has_our_columns() -> None:
    book = Workbook()
    book.worksheets[0].append(["How to fill this in"])
    sheet = book.create_sheet("Endorsers")
    sheet.append([None])
    sheet.append(["Place", "Name", "person"])
    sheet.append(["Ohio", 9, True])
    sheet.append([None, None, None])
    sheet.append(["TX", "Río", False])
    rows = rows_of(saved(book), "list.xlsx")
    assert [(row.line, row.values["name"], row.values["person"]) for row in rows] == [
        (3, "9", True),
        (5, "Río", False),
    ]


def test_formulas_dates_and_errors_name_their_cell() -> None:
    data = xlsx_of(
        ["place", "name"],
        ["Ohio", "=A2"],
        ["=CONCAT(A1)", "Lake House"],
        ["Ohio", datetime.date(2027, 5, 1)],
        ["#REF!", "Hill House"],
    )
    assert problems_of(data, "list.xlsx") == [
        "Line 2, name: Cell B2 holds a formula. Please paste it as a value.",
        "Line 3, place: Cell A3 holds a formula. Please paste it as a value.",
        "Line 4, name: Cell B4 holds a date or a time. Please format it as text.",
        "Line 5, place: Cell A5 holds an error.",
    ]


def test_merged_cells_name_themselves_in_every_row() -> None:
    data = xlsx_of(
        ["place", "name"],
        ["Ohio", "Hill House"],
        [None, "Lake House"],
        ["Texas", "Río"],
        merge="A2:A3",
    )
    sentence = "The cells A2:A3 are merged. Please split them and fill in each."
    assert problems_of(data, "list.xlsx") == [
        f"Line 2, place: {sentence}",
        f"Line 3, place: {sentence}",
    ]


def test_a_title_of_merged_cells_above_the_header_does_no_harm() -> None:
    data = xlsx_of(["Our endorsers"], ["place", "name"], ["Ohio", "Hill House"], merge="A1:B1")
    assert problems_of(data, "list.xlsx") == []


def test_formulas_in_columns_that_are_not_ours_do_no_harm() -> None:
    data = xlsx_of(["no", "place", "name"], ["=ROW()", "Ohio", "Hill House"], ["=ROW()"])
    assert problems_of(data, "list.xlsx") == []
    assert len(rows_of(data, "list.xlsx")) == 1


def test_more_than_ten_thousand_rows_of_a_workbook_are_refused() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["place", "name"])
    for _ in range(10_001):
        sheet.append(["Ohio", "Hill House"])
    with pytest.raises(Unreadable, match="more than 10,000 rows"):
        read_file("list.xlsx", saved(book))


def zipped(**members: bytes) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(**{"[Content_Types].xml": b"x", "xl/worksheets/sheet1.xml": bytes(60 * 1024**2)})
    assert len(bomb) < 100_000
    with pytest.raises(Unreadable, match="too large"):
        read_file("list.xlsx", bomb)


BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">&b;</Types>"""


@pytest.mark.parametrize(
    "data",
    [
        zipped(**{"word/document.xml": b"<w/>"}),
        zipped(**{"[Content_Types].xml": b"<Types/>"}),
        zipped(**{"[Content_Types].xml": BILLION_LAUGHS}),
        b"PK\x03\x04 and then nothing",
        xlsx_of(["place", "name"], ["Ohio", "Hill House"])[:-200],
    ],
    ids=["document", "empty", "laughs", "stub", "cut"],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no workbook that can be read"):
        read_file("list.xlsx", data)


def test_workbooks_that_are_locked_or_old_get_their_own_sentence() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    with pytest.raises(Unreadable, match="save it as XLSX"):
        read_file("list.xls", old)
    with pytest.raises(Unreadable, match="locked by a password"):
        read_file("list.xlsx", old + "EncryptedPackage".encode("utf-16-le"))


def test_a_workbook_without_our_columns_is_refused() -> None:
    with pytest.raises(Unreadable, match="a column “name” are needed"):
        read_file("list.xlsx", xlsx_of(["fax"], ["1"]))
