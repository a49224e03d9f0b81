"""Texts of several lines: kept as they are written, up to their length."""

import time

import pytest

from alerts.supporters.fields import (
    MessageField,
    NameField,
    ReasonField,
)
from tests.support.answers import sentences


def test_a_reason_that_can_be_followed_is_refused() -> None:
    assert "leave out addresses of web pages" in sentences(
        ReasonField(), "See https://spam.example"
    )
    assert ReasonField().clean("For my mother.\n\nAna") == "For my mother.\n\nAna"


def test_a_message_keeps_its_paragraphs() -> None:
    typed = "Dear Senator,\r\n\r\n\tplease vote no.\rAna"
    assert MessageField().clean(typed) == "Dear Senator,\n\n\tplease vote no.\nAna"


def test_ten_thousand_characters_with_windows_line_breaks_are_not_too_many() -> None:
    typed = "\r\n".join(["x" * 99] * 100) + "x"
    assert len(MessageField().clean(typed)) == 10_000


def test_a_message_of_a_megabyte_is_told_its_length() -> None:
    assert "has 1,000,000 characters" in sentences(MessageField(), "x" * 1_000_000)
    assert "shorten it to 10,000" in sentences(MessageField(), "x" * 10_001)


def test_the_browser_is_not_asked_to_cut_a_pasted_text() -> None:
    assert "maxlength" not in MessageField().widget.attrs
    assert "maxlength" not in NameField().widget.attrs


@pytest.mark.parametrize("char", ["\u200c", "\u200d", "\u200e", "\u200f"])
def test_a_message_takes_the_marks_that_writing_needs(char: str) -> None:
    assert MessageField().clean(f"سلام{char}سلام") == f"سلام{char}سلام"


def test_a_message_of_the_longest_kind_is_composed_in_no_time() -> None:
    began = time.process_time()
    assert MessageField().clean("a" + "\u0327\u0334" * 4_999)
    assert time.process_time() - began < 1
