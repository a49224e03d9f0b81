"""Tokens: a closed list, in the reader's language, and nothing of the visitor's own."""

from pathlib import Path

import polib
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from pytest_django import Settings

from alerts.letters.tokens import (
    TOKENS,
    resolve,
    to_canonical,
    to_reader,
    unresolved,
    validate_tokens,
)

SPANISH = {"name of the official": "nombre del funcionario", "your city": "su ciudad"}


@pytest.fixture
def spanish_labels(tmp_path: Path, settings: Settings) -> None:
    """A Spanish catalogue that names two tokens, whatever the shipped one says."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for label, spanish in SPANISH.items():
        catalogue.append(polib.POEntry(msgctxt="letter token", msgid=label, msgstr=spanish))
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue.save_as_mofile(str(folder / "django.mo"))
    settings.LOCALE_PATHS = [tmp_path]


def test_the_list_is_closed() -> None:
    assert [token.canonical for token in TOKENS] == [
        "{{recipient_name}}",
        "{{recipient_title}}",
        "{{constituent_name}}",
        "{{constituent_city}}",
        "{{constituent_state}}",
        "{{constituent_zip}}",
    ]


def test_every_token_survives_the_way_to_the_reader_and_back() -> None:
    text = " ".join(token.canonical for token in TOKENS)
    shown = to_reader(text, "en")
    assert "recipient_name" not in shown
    assert to_canonical(shown) == text


@pytest.mark.usefixtures("spanish_labels")
def test_a_reader_sees_tokens_in_their_own_language_and_may_type_them_so() -> None:
    shown = to_reader("Para {{recipient_name}} de {{constituent_city}}", "es")
    assert shown == "Para {{nombre del funcionario}} de {{su ciudad}}"
    with translation.override("es"):
        assert to_canonical("{{ Nombre  del funcionario }}") == "{{recipient_name}}"
        assert to_canonical("{{recipient_name}}") == "{{recipient_name}}"


@pytest.mark.usefixtures("spanish_labels")
def test_labels_of_another_language_are_not_guessed_at() -> None:
    assert to_canonical("{{nombre del funcionario}}") == "{{nombre del funcionario}}"


def test_direction_marks_around_a_label_are_no_part_of_it() -> None:
    assert to_canonical("{{\u200fyour city\u200e}}") == "{{constituent_city}}"


@pytest.mark.parametrize(
    "own", ["[my story]", "{my story}", "[[x]]", "{a {b} c}", "100 % } {", "{recipient_name}"]
)
def test_a_visitors_own_brackets_are_left_alone(own: str) -> None:
    assert to_reader(own, "en") == own
    assert to_canonical(own) == own
    assert resolve(own, {"recipient_name": "Rosa"}) == own
    assert unresolved(own) == []


def test_values_are_filled_in_once_and_never_read_again() -> None:
    values = {"constituent_name": "{{constituent_zip}}", "constituent_zip": "60614"}
    assert resolve("{{constituent_name}}", values) == "{{constituent_zip}}"


def test_backslashes_and_groups_in_a_value_mean_nothing() -> None:
    assert resolve("{{recipient_name}}", {"recipient_name": r"\1 \g<0>"}) == r"\1 \g<0>"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dear {{recipient_name}}", ["{{recipient_name}}"]),
        ("{{a}} {{b}} {{a}}", ["{{a}}", "{{b}}"]),
        ("Dear {{recipient_name}", ["{{recipient_name"]),
        ("Dear {{recipient_name\nand so on", ["{{recipient_name"]),
        ("{{{recipient_name}}}", ["{{"]),
        ("nothing", []),
    ],
)
def test_whatever_opens_double_braces_is_unresolved(text: str, left: list[str]) -> None:
    assert unresolved(text) == left


def test_an_editor_learns_which_token_is_unknown_and_where() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_tokens("Dear {{recipient_name}},\n\nI am {{age}} and live in {{street}}.")
    messages = refused.value.messages
    assert len(messages) == 2
    assert messages[0].startswith("Line 3: “{{age}}” is not a known token.")
    assert "{{street}}" in messages[1]
    assert "{{constituent_city}}" in messages[0]


def test_a_text_of_known_tokens_is_let_through() -> None:
    validate_tokens(" ".join(token.canonical for token in TOKENS))


def test_a_megabyte_of_braces_is_read_in_no_time() -> None:
    assert unresolved("{" * 1_000_000)
