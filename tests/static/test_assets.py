"""What every visitor downloads stays small, plain and allowed by the content policy."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.ROOT)
STYLES = sorted((ROOT / "static/css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
PUBLIC = [
    path
    for path in sorted((ROOT / "templates").rglob("*.html"))
    if not {"emails", "admin"} & set(path.relative_to(ROOT / "templates").parts)
]


def compressed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_all_styles_together_stay_under_fifteen_kilobytes() -> None:
    assert STYLES
    assert compressed(STYLES) < 15_000


def test_all_scripts_together_stay_under_twelve_kilobytes() -> None:
    assert SCRIPTS
    assert compressed(SCRIPTS) < 12_000


@pytest.mark.parametrize("sheet", STYLES, ids=lambda path: path.name)
def test_styles_know_no_left_and_right(sheet: Path) -> None:
    physical = r"(?<![\w-])((margin|padding|border|inset)-)?(left|right)(?=\s*:)"
    assert not re.search(physical, sheet.read_text())
    assert not re.search(r":\s*(left|right)\s*;", sheet.read_text())


@pytest.mark.parametrize("template", PUBLIC, ids=lambda path: path.name)
def test_public_templates_carry_no_inline_script_or_style(template: Path) -> None:
    html = template.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", html)
    assert not re.search(r"<script(?![^>]*\bsrc=)", html)


def test_every_stylesheet_is_linked_by_every_page() -> None:
    linked = re.findall(
        r"css/([a-z]+\.css)", (ROOT / "templates/components/styles.html").read_text()
    )
    assert sorted(linked) == [sheet.name for sheet in STYLES]
