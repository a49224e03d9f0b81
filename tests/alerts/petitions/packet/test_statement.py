"""The words of a petition as lines: complete sentences, numbered items, links with addresses."""

import pytest
from pytest_django import Settings

from alerts.petitions.packet.statement import lines_of


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Open it &amp; keep it.</p><p>Every day.</p>", ["Open it & keep it.", "Every day."]),
        ("<p>Open <b>every <i>single</i></b> path, now.</p>", ["Open every single path, now."]),
        ("<p>One<br/>two<br>three</p>", ["One", "two", "three"]),
        ("<p>a\n  b</p>\n", ["a b"]),
        ("<ul><li>Light</li><li>Air</li></ul>", ["• Light", "• Air"]),
        ("<ol><li>Open <b>it</b>.</li><li>Keep it.</li></ol>", ["1. Open it.", "2. Keep it."]),
        ("<ol><li><p>Open it.</p></li></ol>", ["1. Open it."]),
        (
            "<ol><li>Open it:<ul><li>soon</li></ul></li><li>Keep it.</li></ol><ol><li>x</li></ol>",
            ["1. Open it:", "• soon", "2. Keep it.", "1. x"],
        ),
        ("<p></p>", []),
        ("", []),
    ],
)
def test_blocks_become_lines_and_inline_marks_break_nothing(html: str, lines: list[str]) -> None:
    assert lines_of(html) == lines


@pytest.mark.parametrize(
    ("link", "read"),
    [
        (
            '<a href="https://a.example/x">the plan</a>',
            "the plan (\u2068https://a.example/x\u2069)",
        ),
        ('<a href="/en/plan/">the plan</a>', "the plan (\u2068http://testserver/en/plan/\u2069)"),
        ('<a href="mailto:a@b.example">us</a>', "us (\u2068a@b.example\u2069)"),
        ('<a href="https://a.example/">https://a.example</a>', "https://a.example"),
        ('<a href="https://a.example/"><b>a.example</b></a>', "a.example"),
        ("<a>nothing</a>", "nothing"),
    ],
)
def test_a_link_is_followed_by_its_address(settings: Settings, link: str, read: str) -> None:
    settings.BASE_URL = "http://testserver"
    assert lines_of(f"<p>See {link}, please.</p>") == [f"See {read}, please."]
