"""Staff enter signatures on paper, and take a wrong entry back."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alerts.petitions.models import PaperSignatures, Petition
from alerts.petitions.services import add_paper
from tests.factories.petitions import PetitionFactory

pytestmark = pytest.mark.django_db
SHEETS = {
    "number": "120",
    "source": "Masjid on 5th, sheets in box 3",
    "collected_on": "2026-03-01",
    "locale": "ar",
    "region": "MI",
}


@pytest.fixture
def petition() -> Petition:
    made: Petition = PetitionFactory()
    return made


def address(petition: Petition) -> str:
    return reverse("petition_paper", args=[petition.pk])


def entered(petition: Petition) -> PaperSignatures:
    return add_paper(
        petition=petition,
        number=7,
        source="Church hall",
        collected_on=datetime.date(2026, 3, 1),
        locale="es",
        region="",
        by=User.objects.get(username="editor"),
    )


def take_back(petition: Petition, sheets: PaperSignatures) -> str:
    return reverse("petition_paper_take_back", args=[petition.pk, sheets.pk])


def test_what_is_entered_is_listed_with_who_entered_it(editor: Client, petition: Petition) -> None:
    page = editor.post(address(petition), SHEETS, follow=True).content.decode()
    assert "120 signatures on paper were entered." in page
    assert "Masjid on 5th, sheets in box 3" in page
    assert "Arabic" in page
    assert PaperSignatures.objects.get().entered_by == User.objects.get(username="editor")
    assert petition.progress.on_paper == 120


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("number", "0", "greater than or equal to 1"),
        ("number", "-3", "greater than or equal to 1"),
        ("number", "1000001", "less than or equal to 1000000"),
        ("number", "many", "whole number"),
        ("source", "", "Please fill in this field."),
        ("source", "Box\u202e3", "characters that cannot be seen"),
        ("collected_on", "soon", "valid date"),
        ("locale", "klingon", "valid choice"),
        ("locale", "", "This field is required."),
        ("region", "ZZ", "valid choice"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_is_kept(
    editor: Client, petition: Petition, field: str, typed: str, said: str
) -> None:
    page = editor.post(address(petition), SHEETS | {field: typed}).content.decode()
    assert said in page
    assert 'value="120"' in page or "box 3" in page
    assert not PaperSignatures.objects.exists()


def test_nobody_signs_tomorrow(editor: Client, petition: Petition) -> None:
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    page = editor.post(address(petition), SHEETS | {"collected_on": tomorrow.isoformat()})
    assert "not in the future" in page.content.decode()
    assert not PaperSignatures.objects.exists()


def test_a_source_is_shown_as_text(editor: Client, petition: Petition) -> None:
    page = editor.post(
        address(petition), SHEETS | {"source": "<script>alert(1)</script>"}, follow=True
    )
    assert "<script>alert(1)" not in page.content.decode()


def test_an_entry_is_taken_back_by_a_button_and_stays_on_the_page(
    editor: Client, petition: Petition
) -> None:
    sheets = entered(petition)
    page = editor.post(take_back(petition, sheets), follow=True).content.decode()
    assert "The entry was taken back and counts no more." in page
    assert "Church hall" in page
    assert petition.progress.on_paper == 0
    again = editor.post(take_back(petition, sheets), follow=True).content.decode()
    assert "The entry had been taken back already." in again


def test_following_a_link_takes_nothing_back(editor: Client, petition: Petition) -> None:
    sheets = entered(petition)
    assert editor.get(take_back(petition, sheets)).status_code == 405
    assert petition.progress.on_paper == 7


def test_an_entry_of_another_petition_is_not_found(editor: Client, petition: Petition) -> None:
    sheets = entered(petition)
    elsewhere = take_back(PetitionFactory(), sheets)
    assert editor.post(elsewhere, follow=True).status_code == 404
    assert petition.progress.on_paper == 7


def test_who_may_only_look_takes_nothing_back(client: Client, petition: Petition) -> None:
    User.objects.create_user("editor")
    sheets = entered(petition)
    client.force_login(User.objects.create_user("reader"))
    assert client.post(take_back(petition, sheets)).status_code == 302
    assert client.post(address(petition), SHEETS).status_code == 302
    assert petition.progress.on_paper == 7
