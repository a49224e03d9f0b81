"""Names in any script are sorted and compared as people would."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.names import LONGEST, normalised, sort_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Arc of Illinois", "arc of illinois"),
        ("Theater for All", "theater for all"),
        ("The", "the"),
        ("St. Paul’s Church", "saint pauls church"),
        ("ST PAUL'S CHURCH", "saint pauls church"),
        ("1st Church", "1st church"),
        ("Éxito Latino", "exito latino"),
        ("Tiếng Việt", "tieng viet"),
        ("Łódź Club", "lodz club"),
        ("ʻĀina Momona", "aina momona"),
        ("ＡＢＣ", "abc"),
        ("L.U.N.A.", "luna"),
        ("Asian-American Center", "asian american center"),
        ("¡Sí, se puede!", "si se puede"),
        ("100 Women", "100 women"),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_a_name_is_sorted_without_what_people_do_not_look_for(name: str, key: str) -> None:
    assert sort_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Arc", "Arc"),
        ("P.E.A.C.E", "Peace"),
        ("L.U.N.A.", "LUNA"),
        ("NETWORK", "Network"),
        ("Casa Latina, Inc.", "Casa Latina"),
        ("CASA LATINA LLC", "Casa Latina"),
        ("Faith & Justice", "Faith and Justice"),
        ("Women’s Center", "Womens Center"),
        ("Centro de Accion", "Centro de Acción"),
        ("St. Mary Parish", "Saint Mary Parish"),
        ("Rights of Los Angeles (CHIRLA)", "Rights of Los Angeles"),
        ("Asian-American Center", "Asian American Center"),
        ("مُحَمَّد", "محمد"),
        ("أمل", "امل"),
        ("الســـلام", "السلام"),
        ("Ａ社", "A社"),
        ("Pen\u0303a", "Peña"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Local 1", "Local 11"),
        ("華人服務中心", "華人法律中心"),
        ("が", "か"),
        ("Йога", "Иога"),
        ("हिन्दी", "हन्दा"),
        ("Red", "Reed"),
    ],
)
def test_other_names_stay_others(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_a_name_that_is_all_in_brackets_is_still_compared() -> None:
    assert normalised("(CHIRLA)") == normalised("Chirla") == "chirla"


def test_other_scripts_come_after_latin_each_by_itself() -> None:
    names = ["Zeta", "الأمل", "Álamo", "人权", "Йога", "alpha", "The Beta"]

    assert sorted(names, key=sort_key) == [
        "Álamo",
        "alpha",
        "The Beta",
        "Zeta",
        "Йога",
        "الأمل",
        "人权",
    ]


@given(st.text(max_size=60))
def test_whatever_is_typed_has_a_key_in_one_form(name: str) -> None:
    for key in (sort_key(name), normalised(name)):
        assert key == " ".join(key.split())
        assert not set(key) & set("()&.'")
        assert unicodedata.is_normalized("NFC", key)


@pytest.mark.parametrize(
    "evil",
    ["a" + "\u0301" * 100_000, "(" * 100_000, "st " * 100_000, ") " * 100_000, "\ufdfa" * 9999],
)
def test_only_the_beginning_of_an_endless_name_is_looked_at(evil: str) -> None:
    assert sort_key(evil) == sort_key(evil[:LONGEST])
    assert normalised(evil) == normalised(evil[:LONGEST])
