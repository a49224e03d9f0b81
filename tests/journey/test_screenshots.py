"""The pictures of the documentation, drawn anew by ``make screenshots``."""

import os
from pathlib import Path

import pytest
from PIL import Image

from tests.support.browser_fixtures import OpenPage

FOLDER = os.environ.get("ALTAVOZ_SCREENSHOTS", "")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.screenshots,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not FOLDER, reason="drawn on demand, by make screenshots"),
]


@pytest.mark.parametrize(
    ("name", "path", "begin", "width", "height"),
    [
        ("alert", "/en/alerts/a-lawyer-for-every-child/", "", 1280, 1000),
        ("alert-ar-phone", "/ar/alerts/cities-of-safety/", "", 360, 780),
        ("coalition", "/en/coalition/", "Where we are", 1280, 1450),
        ("home-es", "/es/", "", 1280, 1000),
    ],
)
def test_a_page_is_drawn(
    open_page: OpenPage, tmp_path: Path, name: str, path: str, begin: str, width: int, height: int
) -> None:
    """From its top, or from the heading ``begin`` on."""
    page = open_page(viewport={"width": width, "height": height})
    page.goto(path)
    drawn = tmp_path / f"{name}.png"

    if begin:
        page.get_by_role("heading", name=begin).evaluate("heading => heading.scrollIntoView()")
    page.screenshot(path=drawn)

    kept = Path(FOLDER) / f"{name}.webp"
    kept.parent.mkdir(parents=True, exist_ok=True)
    Image.open(drawn).save(kept, quality=80)
    assert kept.stat().st_size < 100_000
