"""The pictures of the documentation: drawn from the demo, so that they cannot grow old unseen."""

import os
import struct
from pathlib import Path

import pytest
from wagtail.models import Locale

from alerts.models import AlertPage
from tests.postgres import ROOT
from tests.support.browser_fixtures import OpenPage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.screenshots,
    pytest.mark.django_db(transaction=True),
]

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures go: into the documentation if ``ALTAVOZ_SCREENSHOTS`` says so."""
    chosen = os.environ.get("ALTAVOZ_SCREENSHOTS")
    place = ROOT / chosen if chosen else tmp_path
    place.mkdir(parents=True, exist_ok=True)
    return place


def address(language: str) -> str:
    """The first alert of the demo in that language."""
    page = AlertPage.objects.live().filter(locale=Locale.objects.get(language_code=language))
    return str(page.order_by("path")[0].url)


@pytest.mark.parametrize(
    ("name", "language", "size"),
    [
        ("alert-en-desk", "en", DESK),
        ("alert-es-phone", "es", PHONE),
        ("alert-ar-phone", "ar", PHONE),
    ],
)
def test_an_alert_has_its_picture(
    open_page: OpenPage, folder: Path, name: str, language: str, size: dict[str, int]
) -> None:
    page = open_page(viewport=size, device_scale_factor=1, reduced_motion="reduce")
    page.goto(address(language))
    page.screenshot(path=folder / f"{name}.png")
    head = (folder / f"{name}.png").read_bytes()[:24]
    assert struct.unpack(">II", head[16:]) == (size["width"], size["height"])
