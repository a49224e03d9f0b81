"""Languages that endorsers work in are named in the reader's language."""

import pytest
from django.utils import translation

from coalition.names import sort_key
from coalition.spoken import SPOKEN, language_choices, language_name


@pytest.mark.parametrize(
    ("reader", "code", "name"),
    [
        ("en", "ht", "Haitian Creole"),
        ("es", "ht", "Criollo haitiano"),
        ("ar", "ht", "الكريولية الهايتية"),
        ("en", "zh_Hans", "Simplified Chinese"),
        ("en", "ase", "American Sign Language"),
        ("en", "qqx", "qqx"),
    ],
)
def test_a_language_has_its_name(reader: str, code: str, name: str) -> None:
    with translation.override(reader):
        assert language_name(code) == name


@pytest.mark.parametrize("reader", ["en", "es", "ar"])
def test_every_language_is_offered_once_by_name_and_in_order(reader: str) -> None:
    with translation.override(reader):
        choices = language_choices()

    names = [name for _code, name in choices]
    assert sorted(code for code, _name in choices) == sorted(SPOKEN)
    assert len(set(names)) == len(SPOKEN)
    assert names == sorted(names, key=sort_key)
    assert not set(SPOKEN) & set(names)
