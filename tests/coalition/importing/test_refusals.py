"""What is no list of ours is refused with its true reason, and guesses are near."""

from collections.abc import Callable

import pytest

from coalition.importing import Unreadable, read_file, read_text
from coalition.importing.rows import Reading

ROW = "place,name\nOhio,Hill House\n"


def as_csv(text: str) -> Reading:
    return read_file("list.csv", text.encode())


def as_text(text: str) -> Reading:
    return read_file("list.txt", text.encode())


@pytest.mark.parametrize("read", [as_csv, as_text, read_text], ids=["csv", "txt", "pasted"])
@pytest.mark.parametrize(
    "text",
    [
        '[{"place": "Ohio", "name": "Hill House"}]',
        '\n {\n  "endorsers": [',
        '[["place", "name"], ["Ohio", "Hill House"]]',
        "[]",
        "{}",
        "[" * 100_000,
    ],
    ids=["objects", "object", "rows", "empty list", "empty object", "deep"],
)
def test_json_is_called_json(read: Callable[[str], Reading], text: str) -> None:
    with pytest.raises(Unreadable, match="This is JSON, which is not read here"):
        read(text)


def test_brackets_in_a_list_are_no_json() -> None:
    rows = read_text('[Draft]\nOhio\n[Hill House]\n["Friends" of Ohio]').rows

    assert [row.values["name"] for row in rows] == ["[Hill House]", '["Friends" of Ohio]']


@pytest.mark.parametrize("quote", ["", '"'], ids=["bare", "never closed"])
def test_a_cell_that_is_too_long_is_told_as_that(quote: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        as_csv(f"{ROW}Ohio,{quote}{'x' * 131_073}")

    assert "begins on line 3 has a cell of more than 131,072 characters" in str(refusal.value)


def test_a_quotation_mark_too_many_is_told_as_that() -> None:
    with pytest.raises(Unreadable, match="Line 3 cannot be read: there is a quotation mark"):
        as_csv(f'{ROW}Ohio,"Hill" House\n')


def problem(place: str) -> str:
    [row] = as_csv(f"place,name\n{place},Hill House\n").rows
    return row.problems[0].sentence


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        ("Pensylvania", "Pennsylvania"),
        ("Tennesee", "Tennessee"),
        ("Calif", "California"),
        ("N. Carolina", "North Carolina"),
        ("Nationl", "NATIONAL"),
        ("Ohoi", "Ohio"),
    ],
)
def test_a_place_that_is_nearly_spelled_is_guessed(place: str, meant: str) -> None:
    assert f"Did you mean {meant}?" in problem(place)


@pytest.mark.parametrize(
    "place", ["Banana", "Mexico", "Nevland", "Table", "Carolina", "Wash", "Col", "Kanada"]
)
def test_a_word_that_is_far_off_or_means_two_places_is_not_guessed(place: str) -> None:
    assert "Please write NATIONAL" in problem(place)
