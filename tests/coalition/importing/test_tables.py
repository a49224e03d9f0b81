"""Reading CSV: what is understood, and what is refused in a sentence."""

import pytest

from coalition.importing import Unreadable, read_file
from tests.support.lists import problems_of, rows_of


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


def test_cells_beyond_the_header_are_told() -> None:
    assert problems_of(b"place,name\nOhio,Hill House,more\n") == [
        "Line 2: It has more cells than the header."
    ]
