"""What any signer saw can be shown."""

import pytest
from django.test import Client
from django.urls import reverse

from alerts.petitions.services import publish_words
from tests.factories.petitions import (
    WORDS,
    PetitionFactory,
    PublishedPetitionFactory,
    SignatureFactory,
)
from tests.support.pages import cost, read

pytestmark = pytest.mark.django_db


def test_an_older_version_is_shown_as_its_signers_saw_it(editor: Client) -> None:
    first = PublishedPetitionFactory()
    SignatureFactory.create_batch(2, version=first, counted=True)
    publish_words(
        petition=first.petition, locale="en", words=WORDS | {"statement": "<p>Shut it.</p>"}
    )
    listed = read(editor, reverse("petition_versions", args=[first.petition_id]))
    shown = read(editor, reverse("petition_version", args=[first.petition_id, first.pk]))
    assert "<td>2</td>" in listed
    assert "Shut it." not in shown
    assert first.fields["statement"] in shown
    assert first.fields["consent_text"] in shown


def test_words_are_shown_in_their_own_language_and_direction(editor: Client) -> None:
    arabic = PublishedPetitionFactory(locale="ar", words={"title": "افتحوا الطريق"})
    page = read(editor, reverse("petition_version", args=[arabic.petition_id, arabic.pk]))
    assert 'lang="ar" dir="rtl"' in page
    assert "افتحوا الطريق" in page


def test_words_of_another_petition_are_not_found(editor: Client) -> None:
    version = PublishedPetitionFactory()
    other = PetitionFactory()
    address = reverse("petition_version", args=[other.pk, version.pk])
    assert editor.get(address, follow=True).status_code == 404


def test_before_publishing_there_is_nothing_to_show(editor: Client) -> None:
    page = read(editor, reverse("petition_versions", args=[PetitionFactory().pk]))
    assert "Nothing was published yet" in page


def test_more_versions_cost_no_more_queries(editor: Client) -> None:
    version = PublishedPetitionFactory()
    address = reverse("petition_versions", args=[version.petition_id])
    before = cost(editor, address)
    for code in ("ar", "es"):
        PublishedPetitionFactory(petition=version.petition, locale=code)
    assert cost(editor, address) == before


def test_languages_have_names_and_titles_their_own(editor: Client) -> None:
    arabic = PublishedPetitionFactory(locale="ar")
    page = read(editor, reverse("petition_versions", args=[arabic.petition_id]))
    assert "<td>Arabic</td>" in page
    assert '<bdi lang="ar">' in page
