"""As much of a name as its owner agreed to, in any script, and never the whole of several parts."""

import pytest

from alerts.petitions.given_names import given_name, shown_name
from alerts.petitions.models.settings import Shown

FIRST, FULL, NOTHING = Shown.FIRST_NAME, Shown.FULL_NAME, Shown.NOTHING
LISTED = Shown.LISTED


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana Ruiz", "Ana"),
        ("O", "O"),
        ("Jean-Luc O’Neil", "Jean-Luc"),
        ("فاطمة الزهراء", "فاطمة"),
        ("አበበ በቀለ", "አበበ"),
        ("Nguyễn Văn An", "Nguyễn"),
        ("Ruiz, Ana", "Ana"),
        ("Ruiz،Ana", "Ana"),
        ("Ruiz,", "Ruiz"),
        ("Martin Luther King, Jr.", "Martin"),
        ("ana.ruiz", "ana"),
        ("Ana_Ruiz", "Ana"),
        ("Ana\u00a0Ruiz", "Ana"),
        ("阿凡提·买买提", "阿…"),
        ("王小明", "王…"),
        ("山田 太郎", "山…"),
        ("김민수", "김…"),
        ("...", ""),
        ("García Márquez, Ana", "Ana"),
        ("García Márquez, Dr. Ana María", "Ana"),
        ("Ana Ruiz, Ph.D.", "Ana"),
        ("Ana Ruiz, MD, Esq.", "Ana"),
        ("Dr. Ana Ruiz", "Ana"),
        ("الدكتور محمد علي", "محمد"),
        ("Dr. Ruiz", "Dr"),
        ("Don Ruiz", "Don"),
        ("አበበ፡በቀለ", "አበበ"),
        ("ﾔﾏﾀﾞﾀﾛｳ", "ﾔ…"),
        ("'Ana' Ruiz", "Ana"),
        ("Ana--Ruiz", "Ana"),
        ("Mª José Ruiz", "Mª"),
        ("علی\u200cرضا کریمی", "علی\u200cرضا"),
        ("ශ්\u200dරීමතී සිල්වා", "ශ්\u200dරීමතී"),
        ("", ""),
    ],
)
def test_the_first_part_of_a_name_is_shown(name: str, shown: str) -> None:
    assert given_name(name) == shown


@pytest.mark.parametrize(
    "between",
    [
        *"/|:+&*=~^#()[]<>2–—",
        *"\u00ad\u034f\u115f\u1160\u200b\u200c\u200d\u2060\u2800\u3164\ufe0f\ufeff\uffa0\u2063",
        "\U000e0041",
    ],
)
def test_nothing_that_stands_between_two_names_joins_them(between: str) -> None:
    assert given_name(f"Ana{between}Ruiz") == "Ana"


@pytest.mark.parametrize(
    ("agreed", "chosen", "shown"),
    [
        (FULL, FULL, "Ana Ruiz"),
        (FULL, FIRST, "Ana"),
        (FIRST, FULL, "Ana"),
        (FIRST, FIRST, "Ana"),
        (NOTHING, FULL, ""),
        (FULL, NOTHING, ""),
        (LISTED, LISTED, "Ana Ruiz"),
        (LISTED, FULL, "Ana Ruiz"),
        (LISTED, FIRST, "Ana"),
        (FULL, LISTED, "Ana Ruiz"),
        (FIRST, LISTED, "Ana"),
        (NOTHING, LISTED, ""),
    ],
)
def test_the_narrower_of_what_was_agreed_and_chosen_decides(
    agreed: str, chosen: str, shown: str
) -> None:
    assert shown_name("Ana Ruiz", agreed=agreed, chosen=chosen) == shown
