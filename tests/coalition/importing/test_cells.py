"""What stands in a cell: understood as people write it, or told with its line and column."""

import pytest

from coalition.importing import read_file
from tests.support.lists import HILL, csv_of, problems_of, rows_of


def one(column: str, text: str) -> str:
    """The one problem of a row with ``text`` in one of its columns."""
    [problem] = problems_of(csv_of({**HILL, column: text}))
    return problem


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
    [row] = rows_of(csv_of({**HILL, "place": text}))
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
    data = csv_of({**HILL, "contact_name": "Bo Okafor", "contact_email": text})
    [problem] = problems_of(data)
    assert problem.startswith("Line 2, contact_email: ")
    assert text not in problem
    assert text not in read_file("list.csv", data).to_json()


def test_good_cells_are_understood() -> None:
    [row] = rows_of(
        csv_of(
            {
                **HILL,
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
    [row] = rows_of(csv_of({**HILL, "name": name}))
    assert (row.values["name"], row.problems) == (name, ())
