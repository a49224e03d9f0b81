"""What a contact asks to have changed is shown to staff, who take it over or drop it."""

import pytest
from django.test import Client

from coalition.models import Correction, Endorser
from coalition.services import change_status
from tests.factories.coalition import ContactFactory, CorrectionFactory, EndorserFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"
Status = Endorser.Status


def corrected(**changes: str) -> Endorser:
    endorser = EndorserFactory(name="Old Name", city="Chicago")
    ContactFactory(endorser=endorser)
    CorrectionFactory(endorser=endorser, changes=changes)
    return endorser


def answer(client: Client, endorser: Endorser, verb: str) -> str:
    page = client.post(f"{LIST}correction/{endorser.pk}/", {"verb": verb}, follow=True)
    return page.content.decode()


def test_a_correction_is_shown_before_and_after_and_taken_over(organizer: Client) -> None:
    endorser = corrected(
        name="New Name", places="MN,WI", languages="so", website="https://n.example"
    )

    page = organizer.get(f"{LIST}edit/{endorser.pk}/").content.decode()
    said = answer(organizer, endorser, "accept")

    for shown in ("Old Name", "New Name", "Illinois", "Minnesota, Wisconsin", "Somali"):
        assert shown in page
    endorser.refresh_from_db()
    assert "The correction was taken over." in said
    assert endorser.name == "New Name"
    assert endorser.sort_key == "new name"
    assert [place.code for place in endorser.places.all()] == ["MN", "WI"]
    assert [language.code for language in endorser.languages.all()] == ["so"]
    assert endorser.contact.domain_matches is False
    assert not Correction.objects.exists()


def test_taking_over_that_it_is_national_takes_it_from_its_places(organizer: Client) -> None:
    endorser = corrected(scope="national", places="")

    answer(organizer, endorser, "accept")

    assert Endorser.objects.get(pk=endorser.pk).scope == "national"
    assert not endorser.places.exists()


def test_a_correction_that_fits_no_more_is_not_taken_over(organizer: Client) -> None:
    endorser = corrected(places="")

    said = answer(organizer, endorser, "accept")

    assert "does not fit" in said
    assert endorser.places.exists()
    assert Correction.objects.exists()


def test_a_correction_can_be_dropped(organizer: Client) -> None:
    endorser = corrected(name="New Name")

    said = answer(organizer, endorser, "drop")

    assert "The correction was dropped." in said
    assert Endorser.objects.get(pk=endorser.pk).name == "Old Name"
    assert not Correction.objects.exists()


def test_a_correction_that_was_answered_already_is_told(organizer: Client) -> None:
    endorser = corrected(name="New Name")
    answer(organizer, endorser, "drop")

    said = answer(organizer, endorser, "accept")

    assert "The correction does not wait any more" in said
    assert Endorser.objects.get(pk=endorser.pk).name == "Old Name"


def test_a_person_who_is_declined_leaves_no_correction_behind() -> None:
    person = EndorserFactory(person=True, status=Status.CONFIRMED)
    CorrectionFactory(endorser=person, changes={"name": "Ana Ruiz de Soto"})

    change_status(endorser_id=person.pk, to=Status.DECLINED)

    assert not Correction.objects.exists()


def test_an_affiliation_that_a_person_adds_is_for_identification_only(organizer: Client) -> None:
    person = EndorserFactory(person=True, affiliation="", identification_only=False)
    CorrectionFactory(endorser=person, changes={"affiliation": "Judge, Supreme Court"})

    answer(organizer, person, "accept")

    person.refresh_from_db()
    assert person.affiliation == "Judge, Supreme Court"
    assert person.identification_only
