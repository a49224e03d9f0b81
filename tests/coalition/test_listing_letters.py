"""The letter headings of the list: by the editor's ranges, in the reader's own alphabet."""

import io
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client

from coalition.models import CoalitionPage
from tests.conftest import REAL_DATA
from tests.factories.coalition import EndorserFactory, coalition_page
from tests.support.listing import LIST, headings
from tests.support.pages import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coalition")]


def test_the_states_of_the_seed_stand_under_the_headings_of_the_seed(client: Client) -> None:
    codes = (
        "AK AZ CA CO CT DC FL GA IL IA KS LA MD MA MI MN MS MO NJ NM NY NC OH OR PA TN TX UT VA"
        " WA WI"
    )
    for code in codes.split():
        EndorserFactory(places=[code])

    letters = re.findall(r'class="endorsers__letter"[^>]*>([^<]+)', read(client, LIST))

    assert letters == ["A", "C", "D-F", "G-I", "K-L", "M", "N", "O-P", "T-U", "V-W"]


def test_an_arabic_reader_finds_arabic_letters(client: Client) -> None:
    coalition_page("ar")
    for code in ("AL", "ID", "IL", "GA"):
        EndorserFactory(places=[code])

    letters = [text for text in headings(read(client, "/ar/coalition/")) if len(text) == 1]

    assert letters == ["ا", "ج"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A, B-C, C-D", "The letter “C” stands in two headings."),
        ("AB", "“AB” is no letter"),
        ("D-A", "the first letter does not come before the last"),
        ("A-ت", "the first letter does not come before the last"),
        ("A-, B", "“A-” is no letter"),
    ],
)
def test_letter_headings_that_cannot_be_read_are_refused(
    coalition: CoalitionPage, text: str, said: str
) -> None:
    coalition.letter_ranges = text

    with pytest.raises(ValidationError) as refused:
        coalition.full_clean()

    assert said in " ".join(refused.value.message_dict["letter_ranges"])


@pytest.mark.parametrize("text", ["", "a-c, D–F", "A, B-C, ا-ث"])
def test_letter_headings_are_taken_as_editors_write_them(
    coalition: CoalitionPage, text: str
) -> None:
    coalition.letter_ranges = text

    coalition.full_clean()


def test_without_ranges_each_letter_has_its_heading(
    coalition: CoalitionPage, client: Client
) -> None:
    coalition.letter_ranges = ""
    coalition.save()
    for code in ("GA", "ID"):
        EndorserFactory(places=[code])

    assert headings(read(client, LIST)) == ["G", "Georgia", "I", "Idaho"]


@pytest.mark.real_data
def test_the_real_list_is_as_on_its_own_page(client: Client) -> None:
    found = sorted((REAL_DATA.parent / "seeds").glob("001_*.txt"))
    if not found:
        pytest.skip("the real list does not lie beside the project")
    call_command("import_endorsers", found[0], stdout=io.StringIO(), stderr=io.StringIO())

    html = read(client, LIST)

    letters = re.findall(r'class="endorsers__letter"[^>]*>([^<]+)', html)
    assert letters == ["NATIONAL", "A", "C", "D-F", "G-I", "K-L", "M", "N", "O-P", "T-U", "V-W"]
    national, states = html.split('id="endorsers-A"')
    assert national.count("<li data-kind") == 40
    assert states.count("<li data-kind") == 116
    assert "156 organizations, in 31 states and territories" in html
    assert html.count("(for identification purposes only)") == 2
