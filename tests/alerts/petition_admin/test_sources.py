"""Staff see where many signatures come from; whom a domain belongs to, stewards only."""

import pytest
from django.test import Client

from alerts.petitions.models import PublishedPetition
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.pages import cost, read
from tests.support.stewards import steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory()
    return found


def signed(version: PublishedPetition, number: int, domain: str, **values: object) -> None:
    for n in range(number):
        SignatureFactory(version=version, email=f"p{n}@{domain}", **values)


def address(version: PublishedPetition) -> str:
    return f"/admin/petitions/{version.petition_id}/sources/"


def test_domains_are_hot_above_twenty_and_named_for_stewards(
    editor: Client, version: PublishedPetition
) -> None:
    signed(version, 21, "hot.example", counted=True)
    signed(version, 20, "cool.example", counted=True)
    page = read(steward(), address(version))
    assert "hot.example" in page
    assert "cool.example" not in page
    assert "hot.example" not in read(editor, address(version))


def test_editors_see_numbers_by_state(editor: Client, version: PublishedPetition) -> None:
    signed(version, 15, "hot.example", counted=True)
    for state, number in (("held", 4), ("pending", 3)):
        for n in range(number):
            SignatureFactory(version=version, email=f"{state}{n}@hot.example", state=state)
    page = read(editor, address(version))
    for number in (22, 15, 4, 3):
        assert f"<td>{number}</td>" in page


def test_networks_and_pages_are_told(editor: Client, version: PublishedPetition) -> None:
    signed(version, 21, "a.example", network_hash="ab" * 32, source="/es/alertas/")
    page = read(editor, address(version))
    assert "abababab" in page
    assert "ab" * 32 not in page
    assert "/es/alertas/" in page


def test_stewards_are_led_to_making_them_invalid(version: PublishedPetition) -> None:
    signed(version, 21, "a.example", network_hash="ab" * 32)
    assert f"network_hash={'ab' * 32}" in read(steward(), address(version))


def test_forgotten_signatures_are_no_source(editor: Client, version: PublishedPetition) -> None:
    signed(version, 21, "hot.example", state="anonymised")
    assert "<td>21</td>" not in read(editor, address(version))


def test_the_page_costs_the_same_for_many(editor: Client, version: PublishedPetition) -> None:
    signed(version, 21, "a.example")
    one = cost(editor, address(version))
    signed(version, 30, "b.example")
    assert cost(editor, address(version)) == one
