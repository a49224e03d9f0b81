"""What the fonts of this server can draw, and what stands for the rest."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from alerts.petitions.packet import fonts
from alerts.petitions.packet.fonts import Font, drawable, script_name, undrawable_scripts

WESTERN = Font("Only Western", None, 0)


@pytest.fixture
def western_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server without any font but those of the typesetter."""
    monkeypatch.setattr(fonts, "found_fonts", lambda: (WESTERN,))
    fonts._can_draw.cache_clear()
    yield
    fonts._can_draw.cache_clear()


@pytest.mark.usefixtures("western_only")
@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Łukasz Żółć", "Łukasz Żółć"),
        ("王小明", "[Han]"),
        ("محمد Ruiz", "[Arabic] Ruiz"),
        ("Ana 😀", "Ana [symbols]"),
        ("नमस्ते", "[Devanagari]"),
        ("", ""),
    ],
)
def test_a_script_that_no_font_has_is_named(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


@pytest.mark.usefixtures("western_only")
def test_the_scripts_that_are_missing_are_listed_once() -> None:
    assert undrawable_scripts(["王", "明", "محمد", "Ana"]) == {"Hani", "Arab"}


def test_scripts_have_names_in_the_readers_language() -> None:
    with translation.override("es"):
        assert script_name("Arab") == "árabe"
    with translation.override("ar"):
        assert script_name("Arab") == "العربية"


def test_invisible_joiners_need_no_font() -> None:
    assert drawable("Ana\u200c\u200e Ruiz") == "Ana\u200c\u200e Ruiz"


@pytest.mark.usefixtures("western_only")
@pytest.mark.parametrize("char", [*"\u0600\u06dd\u070f\u0890\u0891\u08e2\u1680\ufff9\U00013430"])
def test_signs_that_are_drawn_need_a_font_though_they_count_as_format(char: str) -> None:
    assert drawable(f"Ana{char}Ruiz").startswith("Ana[")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("a", "a"), ("a\u20dd", "[Latin]"), ("க", "க"), ("கி", "கி"), ("க\u20dd", "[Tamil]")],
)
def test_a_mark_of_no_script_is_drawn_only_if_every_font_with_the_letter_has_it(
    monkeypatch: pytest.MonkeyPatch, text: str, drawn: str
) -> None:
    """The typesetter takes one of them, and nobody knows which."""
    plain, whole = Font("Plain", "plain", 0), Font("Whole", "whole", 0)
    vars(plain)["characters"] = frozenset(map(ord, "aக"))
    vars(whole)["characters"] = frozenset(map(ord, "aகி\u20dd"))
    monkeypatch.setattr(fonts, "found_fonts", lambda: (plain, whole))
    fonts._can_draw.cache_clear()

    assert drawable(text) == drawn
    fonts._can_draw.cache_clear()


def test_a_file_that_is_no_font_draws_nothing(tmp_path: object) -> None:
    assert Font("Broken", f"{tmp_path}/missing.ttf", 0).characters == frozenset()
