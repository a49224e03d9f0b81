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


def test_a_file_that_is_no_font_draws_nothing(tmp_path: object) -> None:
    assert Font("Broken", f"{tmp_path}/missing.ttf", 0).characters == frozenset()
