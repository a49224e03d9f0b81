"""Who may write is who was named beside the box, whatever staff change meanwhile."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alerts.letters.models import Letter
from alerts.petitions.models import Petition
from alerts.supporters.models import Consent
from coalition.models import Statement
from tests.factories.petitions import PublishedPetitionFactory
from tests.factories.supporters import OrganisationFactory
from tests.support.joining import joinable_statement
from tests.support.joining import post as join
from tests.support.pages import HERE, form_of

pytestmark = pytest.mark.django_db
ANA = {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622"}
SAYS = {"consent_text": "River Friends may write to me."}


@pytest.fixture
def petition() -> Petition:
    petition: Petition = Petition.objects.get(name="Cities of safety")
    return petition


def page_of(petition: Petition) -> str:
    words = petition.versions.filter(locale="en").latest("number")
    return str(words.fields["page_url"])


def hand_over(ask: Petition | Letter | Statement) -> None:
    ask.organisation = OrganisationFactory(name="Harbor Watch")
    ask.save()


def tick_and_send(client: Client, petition: Petition, meanwhile: Callable[[Any], None]) -> Any:
    form = form_of(client.get(page_of(petition)), holding="email")
    meanwhile(petition)
    typed = {**form.values, **ANA, "consent": form.boxes["consent"]}
    return client.post(form.action, typed, headers=HERE)


def test_the_box_names_an_organization_that_its_sentence_does_not() -> None:
    version = PublishedPetitionFactory(petition__organisation__name="Harbor Watch", words=SAYS)
    assert version.consent_text == "Harbor Watch: River Friends may write to me."


@pytest.mark.parametrize("name", ["River Friends", "RIVER friends"])
def test_the_box_names_it_once(name: str) -> None:
    version = PublishedPetitionFactory(petition__organisation__name=name, words=SAYS)
    assert version.consent_text == "River Friends may write to me."


def test_what_was_ticked_is_kept_for_the_organization_that_was_named(
    client: Client, petition: Petition
) -> None:
    named = petition.organisation
    tick_and_send(client, petition, meanwhile=lambda _petition: None)
    assert Consent.objects.get().text.organisation == named


def test_who_ticked_for_one_organization_has_not_agreed_to_its_successor(
    client: Client, petition: Petition
) -> None:
    response = tick_and_send(client, petition, meanwhile=hand_over)
    assert response.status_code == 302
    assert petition.signatures.count() == 1
    assert not Consent.objects.exists()


def test_who_joins_has_not_agreed_to_a_successor_either(client: Client) -> None:
    statement = joinable_statement()
    agreed = statement.versions.filter(locale="en").latest("number").consent_key
    hand_over(statement)
    assert join(client, statement, consent=agreed).status_code == 302
    assert not Consent.objects.exists()


def test_a_box_that_says_nothing_we_know_is_not_a_consent(
    client: Client, petition: Petition
) -> None:
    words = petition.versions.filter(locale="en").latest("number")
    client.post(f"/en/act/sign/{words.pk}/", {**ANA, "consent": "on"}, headers=HERE)
    assert petition.signatures.count() == 1
    assert not Consent.objects.exists()


def test_the_box_stands_beside_its_sentence_like_every_other_box(
    client: Client, petition: Petition
) -> None:
    page = client.get(page_of(petition)).content.decode()
    assert re.search(r'<div class="choice"><input type="checkbox" name="consent"', page)
