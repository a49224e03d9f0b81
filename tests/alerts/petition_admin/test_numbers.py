"""Staff see every number by state and language, and it is the number that the public sees."""

import datetime
import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from alerts.petitions.models import Petition, Signature
from alerts.petitions.services import add_paper, fold_tallies
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory
from tests.support.pages import cost, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def petition() -> Petition:
    """Three signed in English, two in Arabic, one of them from nowhere that we know."""
    made: Petition = PetitionFactory()
    english = PublishedPetitionFactory(petition=made)
    arabic = PublishedPetitionFactory(petition=made, locale="ar")
    SignatureFactory.create_batch(2, version=english, counted=True)
    SignatureFactory(version=english, region="OH", counted=True)
    fold_tallies()
    SignatureFactory(version=arabic, counted=True)
    SignatureFactory(version=arabic, region="", counted=True)
    return made


def address(petition: Petition) -> str:
    return reverse("petition_numbers", args=[petition.pk])


def rows(page: str) -> dict[str, list[str]]:
    """The numbers of each row of the table by its heading."""
    table = page.partition('<table class="listing')[2].partition("</table>")[0]
    found = re.findall(r'<th scope="row">([^<]+)</th>(.*?)</tr>', table, re.DOTALL)
    return {name: re.findall(r"<td>(?:<strong>)?([\d,]*)", cells) for name, cells in found}


def test_the_table_is_exact_while_the_worker_has_not_folded(
    editor: Client, petition: Petition
) -> None:
    page = read(editor, address(petition))
    assert rows(page) == {
        "Illinois": ["1", "2", "3", "0"],
        "Ohio": ["0", "1", "1", "0"],
        "Elsewhere or not known": ["1", "0", "1", "0"],
        "All": ["2", "3", "5", "0"],
    }
    assert "5 signatures count; the goal that the public sees is 100." in page


def test_paper_stands_in_rows_and_columns_of_its_own(editor: Client, petition: Petition) -> None:
    for locale, region, number in (("ar", "MI", 30), ("es", "IL", 12)):
        add_paper(
            key=uuid4(),
            petition=petition,
            number=number,
            source="Church hall",
            collected_on=datetime.date(2026, 3, 1),
            locale=locale,
            region=region,
            by=User.objects.first(),
        )
    table = rows(read(editor, address(petition)))
    assert table["Michigan"] == ["0", "0", "0", "0", "30"]
    assert table["Illinois"][-2:] == ["3", "12"]
    assert table["All"] == ["2", "3", "0", "5", "42"]
    assert table["On paper"] == ["30", "0", "12", "42", ""]


def test_it_tells_how_many_wait_or_were_taken_out(editor: Client, petition: Petition) -> None:
    version = petition.versions.first()
    SignatureFactory.create_batch(2, version=version)
    SignatureFactory(version=version, state=Signature.State.HELD)
    page = read(editor, address(petition))
    for line in ("Waiting for confirmation: 2", "Counted: 5", "Held for review: 1"):
        assert f"<li>{line}</li>" in page
    assert "Withdrawn" not in page


def test_nobody_is_named(editor: Client, petition: Petition) -> None:
    page = read(editor, address(petition))
    assert "Ana Ruiz" not in page
    assert "@example.org" not in page


def test_a_petition_that_nobody_has_signed_says_so(editor: Client) -> None:
    page = read(editor, address(PetitionFactory()))
    assert "Nobody has signed yet." in page
    assert rows(page) == {}


def test_more_places_cost_no_more_queries(editor: Client, petition: Petition) -> None:
    before = cost(editor, address(petition))
    version = petition.versions.first()
    for region in ("TX", "CA", "NY", "WA"):
        SignatureFactory(version=version, region=region, counted=True)
    assert cost(editor, address(petition)) == before


def test_without_confirmation_staff_are_reminded_of_it(editor: Client) -> None:
    page = read(editor, address(PetitionFactory(confirms=False)))
    assert "Not every signature was confirmed by mail; the public count says so." in page
