"""The admin's home page leads staff to what waits for their decision."""

import pytest
from django.test import Client

from alerts.petitions.models import PublishedPetition
from alerts.petitions.models.settings import Shown
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.pages import cost, read

pytestmark = pytest.mark.django_db
HEADING = "Petitions that wait for you"


def petition_with(*, held: int = 0, reasons: int = 0, name: str = "Path") -> PublishedPetition:
    """The words of a petition where that many signatures are held and reasons unread."""
    version: PublishedPetition = PublishedPetitionFactory(petition__name=name)
    SignatureFactory.create_batch(held, version=version, state="held", held_for="network")
    agreed = {"counted": True, "agreed": Shown.FULL_NAME}
    SignatureFactory.create_batch(reasons, version=version, reason="My mother.", **agreed)
    return version


def test_staff_are_led_to_both(editor: Client) -> None:
    version = petition_with(held=2, reasons=1)
    page = read(editor, "/admin/")
    assert HEADING in page
    assert "2 signatures are held" in page
    assert "1 reason for signing is unread" in page
    for path in ("held", "reasons"):
        assert f'href="/admin/petitions/{version.petition_id}/{path}/"' in page


def test_where_nothing_waits_nothing_is_said(editor: Client) -> None:
    version = petition_with()
    SignatureFactory(version=version, counted=True, reason="Private.")
    SignatureFactory(version=version, reason="Unconfirmed.", agreed=Shown.FULL_NAME)
    assert HEADING not in read(editor, "/admin/")


def test_the_name_of_a_petition_is_shown_as_text(editor: Client) -> None:
    petition_with(held=1, name="<script>alert(1)</script>")
    assert "<script>alert(1)" not in read(editor, "/admin/")


def test_who_may_not_decide_is_told_nothing(organizer: Client) -> None:
    petition_with(held=1)
    assert HEADING not in read(organizer, "/admin/")


def test_more_petitions_cost_no_more_queries(editor: Client) -> None:
    petition_with(held=1, reasons=1)
    few = cost(editor, "/admin/")
    for number in range(5):
        petition_with(held=2, reasons=2, name=f"Path {number}")
    assert cost(editor, "/admin/") == few
