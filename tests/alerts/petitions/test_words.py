"""Published words: numbered, for ever, and owned by one alert."""

from uuid import uuid4

import pytest

from alerts.petitions.models import Petition, PublishedPetition
from alerts.petitions.services import AlreadyOwned, claim, publish_words
from alerts.supporters.models import ImmutableRow
from tests.factories.petitions import WORDS, PetitionFactory, PublishedPetitionFactory

pytestmark = pytest.mark.django_db


def test_publishing_opens_a_draft_and_makes_version_one() -> None:
    petition = PetitionFactory(state=Petition.State.DRAFT)
    version = publish_words(petition=petition, locale="en", words=WORDS)
    petition.refresh_from_db()
    assert (version.number, version.fields, petition.state) == (1, WORDS, "open")


def test_publishing_does_not_reopen_a_closed_petition() -> None:
    petition = PetitionFactory(state=Petition.State.CLOSED)
    publish_words(petition=petition, locale="en", words=WORDS)
    petition.refresh_from_db()
    assert petition.state == "closed"


def test_the_same_words_stay_the_same_version() -> None:
    petition = PetitionFactory()
    first = publish_words(petition=petition, locale="en", words=WORDS)
    shuffled = dict(reversed(WORDS.items()))
    assert publish_words(petition=petition, locale="en", words=shuffled) == first


def test_a_page_that_moved_says_the_same_words() -> None:
    petition = PetitionFactory()
    first = publish_words(petition=petition, locale="en", words=WORDS)
    moved = publish_words(petition=petition, locale="en", words={**WORDS, "page_url": "/en/creek/"})
    assert moved == first
    assert moved.fields["page_url"] == "/en/river/"


def test_going_back_to_old_words_makes_a_new_version() -> None:
    petition = PetitionFactory()
    titles = ["One", "Two", "One"]
    numbers = [
        publish_words(petition=petition, locale="en", words={**WORDS, "title": title}).number
        for title in titles
    ]
    assert numbers == [1, 2, 3]


def test_each_language_counts_its_own_versions() -> None:
    petition = PetitionFactory()
    publish_words(petition=petition, locale="en", words=WORDS)
    assert publish_words(petition=petition, locale="es", words=WORDS).number == 1


def test_words_a_petition_does_not_have_are_refused() -> None:
    petition = PetitionFactory()
    with pytest.raises(ValueError, match="subtitle"):
        publish_words(petition=petition, locale="en", words={"subtitle": "Now"})
    assert not petition.versions.exists()


def test_what_people_signed_cannot_be_reworded() -> None:
    version = PublishedPetitionFactory()
    version.fields["title"] = "Close the river path"
    with pytest.raises(ImmutableRow):
        version.save()
    with pytest.raises(ImmutableRow):
        PublishedPetition.objects.filter(pk=version.pk).update(fields={})


def test_an_alert_may_claim_its_petition_again_and_no_other_may() -> None:
    petition, home = PetitionFactory(), uuid4()
    claim(petition=petition, home=home)
    claim(petition=petition, home=home)
    with pytest.raises(AlreadyOwned) as refusal:
        claim(petition=Petition.objects.get(pk=petition.pk), home=uuid4())
    assert refusal.value.home == home
    assert Petition.objects.get(pk=petition.pk).home == home
