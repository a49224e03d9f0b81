"""Reading CSV and XLSX: what is understood, and what is refused in a sentence."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from coalition.importing import Unreadable, read_file
from coalition.importing.rows import ReadRow
from tests.support.lists import csv_of, saved, xlsx_of

GOOD = {"place": "Ohio", "name": "Hill House"}


def rows_of(data: bytes, name: str = "list.csv") -> list[ReadRow]:
    return read_file(name, data).rows


def problems_of(data: bytes, name: str = "list.csv") -> list[str]:
    """Every problem of a file, as it is shown."""
    return [str(problem) for row in rows_of(data, name) for problem in row.problems]


def one(column: str, text: str) -> str:
    """The one problem of a row with ``text`` in one of its columns."""
    [problem] = problems_of(csv_of({**GOOD, column: text}))
    return problem


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_may_be_apart_by_any_usual_sign(delimiter: str) -> None:
    text = "Name|Place|City\nHill House|oh|Toledo\n".replace("|", delimiter)
    [row] = rows_of(text.encode())
    assert row.values == {"name": "Hill House", "place": "OH", "city": "Toledo"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_whatever_its_form(encoding: str) -> None:
    [row] = rows_of("place,name\nTexas,Acción – 希望\n".encode(encoding))
    assert row.values["name"] == "Acción – 希望"


def test_windows_letters_are_read_with_a_notice() -> None:
    reading = read_file("list.csv", "place,name\nTexas,Acción “Río”\n".encode("cp1252"))
    assert reading.rows[0].values["name"] == "Acción “Río”"
    assert "read as Windows-1252" in reading.notices[0]
    assert "accents" in reading.notices[0]


def test_a_quoted_cell_may_break_lines_and_later_lines_are_still_counted_right() -> None:
    data = b'place,name\nOhio,"Hill\nHouse"\nOhio,Lake House\n'
    assert [row.line for row in rows_of(data)] == [2, 4]
    assert problems_of(data) == ["Line 2, name: Please write the name on one line."]


def test_headers_are_known_in_any_case_and_by_other_words() -> None:
    data = (
        b"STATE,Organization,Identification Only,Sort-As,NOTE ES\nOhio,Hill House,yes,Hill,Hola\n"
    )
    [row] = rows_of(data)
    assert row.values == {
        "place": "OH",
        "name": "Hill House",
        "identification_only": True,
        "sort_as": "Hill",
        "note_es": "Hola",
    }


def test_a_title_may_stand_above_the_header() -> None:
    [row] = rows_of(b"Our list,\n,\nplace,name\nOhio,Hill House\n")
    assert (row.line, row.values["name"]) == (4, "Hill House")


def test_unknown_columns_are_told() -> None:
    reading = read_file("list.csv", b"place,name,Fax,Color\nOhio,Hill House,1,2\n")
    assert reading.notices == ["These columns are not known and were not read: Fax, Color."]


@pytest.mark.parametrize("header", ["place", "name", "Fax,Color"])
def test_without_place_and_name_a_sentence_says_what_is_needed(header: str) -> None:
    with pytest.raises(Unreadable, match="a column “place” and a column “name” are needed"):
        read_file("list.csv", f"{header}\nHill House,Ohio\n".encode())


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(Unreadable, match="Two columns are called “name”"):
        read_file("list.csv", b"place,name,Organization\nOhio,A,B\n")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This is empty"),
        (b"  \n ", "This is empty"),
        (b"place,name\n", "no rows below the header"),
        (b"place,name\n\0\0", "not a text file"),
        (b"place,name\n\x81\x8d", "cannot be read. Please save it as “CSV UTF-8”"),
        (b'place,name\nOhio,"Hill House\n', "Line 2 cannot be read: there is a quotation mark"),
        (b'place,name\nOhio,"Hill" House\n', "Line 2 cannot be read: there is a quotation mark"),
    ],
)
def test_files_that_are_no_table_are_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read_file("list.csv", data)


def test_more_than_ten_thousand_rows_are_refused() -> None:
    data = b"place,name\n" + b"Ohio,Hill House\n" * 10_001
    with pytest.raises(Unreadable, match="more than 10,000 rows"):
        read_file("list.csv", data)


def test_more_than_five_megabytes_are_refused() -> None:
    with pytest.raises(Unreadable, match="larger than 5 MB"):
        read_file("list.csv", b"x" * (5 * 1024 * 1024 + 1))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("CA; Calif.", "One place per row"),
        ("Ohio and Texas", "One place per row"),
        ("Ohio/Texas", "One place per row"),
        ("Calif.", "Did you mean California?"),
        ("Oregan", "Did you mean Oregon?"),
        ("Ontario-Québec", "no place we know"),
        ("ZZ", "no place we know"),
    ],
)
def test_places_that_are_none_are_told_with_help(text: str, sentence: str) -> None:
    problem = one("place", text)
    assert problem.startswith("Line 2, place: ")
    assert sentence in problem


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("national", "NATIONAL"),
        ("International", "INTERNATIONAL"),
        ("nj", "NJ"),
        ("D.C.", "DC"),
        ("Washington, D.C.", "DC"),
        ("Nueva Jersey", "NJ"),
        ("puerto  rico", "PR"),
        ("Tribal Nations", "tribal"),
    ],
)
def test_places_are_known_by_every_usual_name(text: str, code: str) -> None:
    [row] = rows_of(csv_of({**GOOD, "place": text}))
    assert row.values["place"] == code


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("name", "x" * 400, "shorten the name to at most 200 characters"),
        ("name", "<b>Hill</b>", "without < and >"),
        ("name", '<script src="//x">', "without < and >"),
        ("name", '=HYPERLINK("//x")', "begins like a formula"),
        ("name", "+1+1", "begins like a formula"),
        ("name", "-2", "begins like a formula"),
        ("name", "@SUM(A1)", "begins like a formula"),
        ("name", "Foo;=1+1", "right after a comma, semicolon or bar"),
        ("name", "Foo; -1", "right after a comma, semicolon or bar"),
        ("affiliation", 'Foo|"@SUM(A1)', "right after a comma, semicolon or bar"),
        ("city", "Foo,=1", "right after a comma, semicolon or bar"),
        ("name", "Hill\u202eHouse", "characters that cannot be seen"),
        ("name", "Hill\x07House", "characters that cannot be seen"),
        ("name", "???", "with letters"),
        ("name", "", "write the name that should be listed"),
        ("website", "javascript:alert(1)", "web address in full"),
        ("website", "data:text/html,hi", "web address in full"),
        ("website", "http://user:word@example.org", "web address in full"),
        ("identification_only", "maybe", "1 or yes, 0 or no"),
        ("scope", "galactic", "none of these: national, state, local, international"),
        ("kind", "magic", "none of these: faith"),
        ("languages", "es; Klingon", "“Klingon” is no language we know"),
        ("id", "x" * 61, "at most 60 characters"),
        ("note_es", "x" * 301, "at most 300 characters"),
    ],
)
def test_bad_cells_are_told_with_line_and_column(column: str, text: str, sentence: str) -> None:
    problem = one(column, text)
    assert problem.startswith(f"Line 2, {column}: ")
    assert sentence in problem


@pytest.mark.parametrize("text", ["director(at)river.example", "secret person@x.org", "a@b"])
def test_a_bad_address_of_a_contact_is_told_without_repeating_it(text: str) -> None:
    data = csv_of({**GOOD, "contact_name": "Bo Okafor", "contact_email": text})
    [problem] = problems_of(data)
    assert problem.startswith("Line 2, contact_email: ")
    assert text not in problem
    assert text not in read_file("list.csv", data).to_json()


def test_good_cells_are_understood() -> None:
    [row] = rows_of(
        csv_of(
            {
                **GOOD,
                "person": "Yes",
                "kind": "Civil rights",
                "scope": "State",
                "languages": "Spanish; zh-Hans, Tiếng Việt",
                "website": "river.example.org",
            }
        )
    )
    assert row.values["person"] is True
    assert row.values["kind"] == "civil_rights"
    assert row.values["scope"] == "state"
    assert row.values["languages"] == ["es", "vi", "zh_Hans"]
    assert row.values["website"] == "https://river.example.org"


@pytest.mark.parametrize("name", ["Smith, -Jones", "Hill,-House", "Lake; River", "A+B", "A - B"])
def test_names_with_signs_that_are_no_formulas_are_names(name: str) -> None:
    [row] = rows_of(csv_of({**GOOD, "name": name}))
    assert (row.values["name"], row.problems) == (name, ())


def test_cells_beyond_the_header_are_told() -> None:
    assert problems_of(b"place,name\nOhio,Hill House,more\n") == [
        "Line 2: It has more cells than the header."
    ]


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
