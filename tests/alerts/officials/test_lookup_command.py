"""What an operator sees of a visitor's answer."""

import json
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from tests.factories.officials import OfficialFactory, SenatorFactory, ZipDistrictFactory

pytestmark = pytest.mark.django_db


def ask(*zips: str) -> list[dict[str, object]]:
    told = StringIO()
    call_command("lookup", *zips, "--json", stdout=told)
    entries: list[dict[str, object]] = json.loads(told.getvalue())
    return entries


@pytest.fixture
def illinois() -> None:
    ZipDistrictFactory(district=10)
    ZipDistrictFactory(district=9)
    OfficialFactory(bioguide="R000009", name="Rosa Rivera")
    SenatorFactory(bioguide="S000003", name="Sol Soto", office__seat_class=3)
    SenatorFactory(bioguide="S000002", name="Ana Álvarez", email="ana@example.org")


@pytest.mark.usefixtures("illinois")
def test_an_entry_holds_everything_a_visitor_would_get() -> None:
    assert ask("60062") == [
        {
            "zip": "60062",
            "states": ["IL"],
            "districts": ["IL-9", "IL-10"],
            "senators": [
                {"bioguide": "S000002", "name": "Ana Álvarez", "state": "IL"},
                {"bioguide": "S000003", "name": "Sol Soto", "state": "IL"},
            ],
            "representatives": [{"bioguide": "R000009", "name": "Rosa Rivera", "district": "IL-9"}],
            "vacant": ["IL-10"],
        }
    ]


@pytest.mark.usefixtures("illinois")
def test_entries_come_in_the_order_asked() -> None:
    entries = ask("99999", "60062-1234", "09001", "60062")
    assert [entry["zip"] for entry in entries] == ["99999", "60062", "09001", "60062"]
    assert ["error" in entry for entry in entries] == [True, False, True, False]


@pytest.mark.usefixtures("illinois")
def test_an_unknown_zip_has_every_key_and_an_error() -> None:
    [entry] = ask("99999")
    assert entry.pop("error") == "We do not know the ZIP code 99999. Please check it."
    assert entry == {
        "zip": "99999",
        "states": [],
        "districts": [],
        "senators": [],
        "representatives": [],
        "vacant": [],
    }


@pytest.mark.usefixtures("illinois")
def test_the_white_house_has_a_state_but_no_known_district() -> None:
    [entry] = ask("20500")
    assert entry["states"] == ["DC"]
    assert (entry["districts"], entry["senators"]) == ([], [])
    assert "we do not know its House district" in str(entry["error"])


@pytest.mark.usefixtures("illinois")
def test_without_json_it_prints_a_table() -> None:
    told = StringIO()
    call_command("lookup", "60062", "09001", stdout=told)
    lines = told.getvalue().splitlines()
    assert lines[0] == "60062  IL-9, IL-10"
    assert lines[1].split() == ["IL", "Senator", "Ana", "Álvarez", "email,", "website,", "phone"]
    assert lines[4].split() == ["IL-10", "(vacant", "seat)"]
    assert "military address" in lines[-1]


@pytest.mark.parametrize("wrong", ["1234", "abcde", "123456", ""])
def test_what_is_no_zip_ends_with_two_and_prints_no_answer(
    wrong: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["manage.py"])
    with pytest.raises(SystemExit) as end:
        execute_from_command_line(["manage.py", "lookup", "60062", wrong, "--json"])
    printed = capsys.readouterr()
    assert end.value.code == 2
    assert printed.out == ""
    assert f"'{wrong}' is not a ZIP code" in printed.err


def test_the_refusal_says_how_a_zip_is_written() -> None:
    with pytest.raises(CommandError, match="such as 10001 or 10001-1234"):
        ask("nowhere")
