"""What could be followed is found in whatever disguise; names and sentences are left alone."""

import pytest

from alerts.supporters.fields import NameField, ReasonField
from alerts.supporters.links import holds_link, name_holds_link

LINKS = [
    "https://win.example",
    "WWW.win.example",
    "cheap-pills.com",
    "evil.io",
    "EVIL.DE",
    "bit.ly",
    "bit.ly/x",
    "evil.co.uk",
    "all@evil.io",
    "мвд.рф",
    "evil.中国/x",
    "evil。com",
    "evil․com",
    "ｅｖｉｌ．ｃｏｍ",
    "evil.c\u200bom",
    "evil.c\u00adom",
    "192.168.1.1/x",
]
NAMES = [
    "J.R. Smith",
    "J.R.R.Tolkien",
    "St.John Rivers",
    "Rev.Dr.King",
    "Ph.D. Ana Ruiz",
    "J.Kim",
    "Ma.de la Luz",
    "O.",
    "L.U.N.A.",
    "Nguyễn Thị Mỹ",
    "أ.د. ليلى حداد",
    "Ана-Марія",
    "李。",
]
REASONS = [
    "I came in 1998. We stayed.",
    "The U.S. is my home, at 5 p.m. or 5.30.",
    "我的家在这里。我们留下。",
    "أنا هنا. هذا بيتي.",
    "Version 1.2.3 of the law... and so on.",
    "Me @ home",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_refused_in_names_and_reasons(link: str) -> None:
    for text in (link, f"Ana {link}", f"See {link}, now"):
        assert holds_link(text)
        assert name_holds_link(text)


@pytest.mark.parametrize("name", NAMES)
def test_dots_in_names_are_no_links(name: str) -> None:
    assert NameField().clean(name) == name


@pytest.mark.parametrize("reason", REASONS)
def test_sentences_are_no_links(reason: str) -> None:
    assert ReasonField().clean(reason) == reason


@pytest.mark.parametrize("ending", ["io", "it", "рф"])
def test_a_sentence_that_cannot_be_told_from_a_link_is_asked_to_be_mended(ending: str) -> None:
    assert holds_link(f"We stay home.{ending} is ours.")
