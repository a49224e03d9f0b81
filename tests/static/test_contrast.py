"""The inks are told apart by people who see less: WCAG 2.2 AA in the light and the dark theme."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = (Path(settings.ROOT) / "static/css/tokens.css").read_text()
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    *(
        (ink, ground, TEXT)
        for ink in ("ink", "muted", "link", "brick")
        for ground in ("paper", "sheet", "field")
    ),
    ("on-indigo", "indigo", TEXT),
    ("on-indigo", "fold", TEXT),
    ("on-marigold", "marigold", TEXT),
    ("on-brick", "brick", TEXT),
    ("line", "paper", SHAPE),
    ("line", "sheet", SHAPE),
    ("focus", "paper", SHAPE),
    ("focus", "sheet", SHAPE),
]


def theme(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))


LIGHT_CSS, DARK_CSS = SHEET.split("prefers-color-scheme: dark", maxsplit=1)
LIGHT = theme(LIGHT_CSS)
DARK = LIGHT | theme(DARK_CSS)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_known_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_an_ink_stands_out_from_its_ground(
    inks: dict[str, str], ink: str, ground: str, least: float
) -> None:
    assert contrast(inks[ink], inks[ground]) >= least
