"""Signatures on paper stand beside the count, never in it."""

import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from wagtail.models import ModelLogEntry

from alerts.petitions.models import PaperSignatures, Petition
from alerts.petitions.services import add_paper, fold_tallies, recount, take_back_paper
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organizer() -> User:
    return User.objects.create_user("olga")


def enter(petition: Petition, by: User, **more: Any) -> PaperSignatures:
    sheets = {
        "key": uuid4(),
        "number": 40,
        "source": "Church hall, Oak Street",
        "collected_on": datetime.date(2026, 3, 1),
        "locale": "es",
        "region": "IL",
    }
    return add_paper(petition=petition, by=by, **sheets | more)


def test_paper_is_told_apart_and_moves_neither_count_nor_goal(organizer: User) -> None:
    version = PublishedPetitionFactory()
    SignatureFactory.create_batch(2, version=version, counted=True)
    enter(version.petition, organizer, number=250)
    enter(version.petition, organizer, number=50)
    fold_tallies()
    progress = version.petition.progress
    assert (progress.count, progress.goal, progress.on_paper) == (2, 100, 300)


def test_counting_anew_leaves_paper_alone(organizer: User) -> None:
    petition = PetitionFactory()
    enter(petition, organizer)
    assert recount(petition) == 0
    assert petition.progress.on_paper == 40


def test_what_is_taken_back_counts_no_more_and_stays_to_be_read(organizer: User) -> None:
    petition = PetitionFactory()
    wrong = enter(petition, organizer, number=4000)
    enter(petition, organizer, number=400)
    assert take_back_paper(sheets=wrong, by=organizer)
    assert not take_back_paper(sheets=wrong, by=organizer)
    assert petition.progress.on_paper == 400
    assert petition.paper.get(pk=wrong.pk).taken_back_by == organizer


def test_both_are_logged_once_with_the_number_and_without_the_source(organizer: User) -> None:
    sheets = enter(PetitionFactory(), organizer)
    take_back_paper(sheets=sheets, by=organizer)
    take_back_paper(sheets=sheets, by=organizer)
    entries = ModelLogEntry.objects.filter(action__contains="paper").order_by("pk")
    assert list(entries.values_list("action", flat=True)) == [
        "petitions.add_paper",
        "petitions.take_back_paper",
    ]
    assert {entry.data["number"] for entry in entries} == {40}
    assert not any("Church" in str(entry.data) for entry in entries)
    assert {entry.user for entry in entries} == {organizer}


def test_nothing_is_entered_for_no_sheets_at_all(organizer: User) -> None:
    with pytest.raises(ValueError, match="0"):
        enter(PetitionFactory(), organizer, number=0)
    assert not PaperSignatures.objects.exists()


def test_an_entry_outlives_the_account_of_who_made_it(organizer: User) -> None:
    petition = PetitionFactory()
    enter(petition, organizer)
    organizer.delete()
    assert petition.progress.on_paper == 40
