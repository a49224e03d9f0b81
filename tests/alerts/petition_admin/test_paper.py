"""Staff enter signatures on paper, and take a wrong entry back."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alerts.petitions.models import PaperSignatures, Petition
from alerts.petitions.services import add_paper
from tests.factories.petitions import PetitionFactory
from tests.support.pages import form_of

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
        key=uuid4(),
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


def test_a_double_click_enters_once_and_says_so(editor: Client, petition: Petition) -> None:
    form = form_of(editor.get(address(petition)), holding="key")
    sent = SHEETS | {"key": form.values["key"]}
    editor.post(address(petition), sent)
    page = editor.post(address(petition), sent, follow=True).content.decode()
    assert "The form was sent twice and entered once." in page
    assert petition.progress.on_paper == 120


def test_going_back_to_enter_other_sheets_enters_them(editor: Client, petition: Petition) -> None:
    form = form_of(editor.get(address(petition)), holding="key")
    sent = SHEETS | {"key": form.values["key"]}
    editor.post(address(petition), sent)
    editor.post(address(petition), sent | {"number": "30"})
    assert petition.progress.on_paper == 150


def test_equal_sheets_are_entered_on_a_new_page(editor: Client, petition: Petition) -> None:
    for _ in range(2):
        form = form_of(editor.get(address(petition)), holding="key")
        editor.post(address(petition), SHEETS | {"key": form.values["key"]})
    assert petition.progress.on_paper == 240


def test_a_form_that_was_tampered_with_is_answered(editor: Client, petition: Petition) -> None:
    page = editor.post(address(petition), SHEETS | {"key": "1"}).content.decode()
    assert "Enter a valid UUID." in page
    assert not PaperSignatures.objects.exists()


def test_the_state_is_named(editor: Client, petition: Petition) -> None:
    page = editor.post(address(petition), SHEETS, follow=True).content.decode()
    assert "<td>Michigan</td>" in page


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
