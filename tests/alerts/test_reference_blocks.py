"""An alert shows an action that lives in another one, and never takes it over."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from alerts.models import AlertPage
from alerts.petitions.models import Petition
from tests.factories.alerts import (
    add_draft,
    alert_index,
    letter_block,
    petition_block,
    publish,
    translated,
)
from tests.factories.letters import LetterFactory
from tests.factories.petitions import PetitionFactory, SignatureFactory
from tests.support.copying import copy
from tests.support.pages import read

pytestmark = pytest.mark.django_db


def reference(kind: str, action: Any) -> dict[str, Any]:
    return {"type": f"{kind}_reference", "value": {kind: action.pk}}


@pytest.fixture
def owner() -> AlertPage:
    """The alert that a petition and a letter live in."""
    actions = petition_block(PetitionFactory()), letter_block(LetterFactory())
    page = add_draft(alert_index(), *actions, slug="owner")
    publish(page)
    return page


@pytest.fixture
def petition(owner: AlertPage) -> Petition:
    found: Petition = Petition.objects.get(pk=owner.owned_actions[0].pk)
    return found


@pytest.fixture
def guest(owner: AlertPage, petition: Petition) -> AlertPage:
    """Another alert, which shows both."""
    letter = owner.body[1].value["letter"]
    blocks = reference("petition", petition), reference("letter", letter)
    page = add_draft(alert_index(), *blocks, slug="guest")
    publish(page)
    return page


def test_it_shows_the_title_the_count_and_the_way_to_both(
    client: Client, guest: AlertPage, petition: Petition
) -> None:
    SignatureFactory.create_batch(3, version=petition.versions.get(), counted=True)
    page = read(client, guest.url)
    assert "Keep the clinic open" in page
    assert "3 of 100 signatures" in page
    assert f'href="/en/alerts/owner/#petition-{petition.pk}"' in page
    assert "Write to Congress" in page
    assert 'href="/en/alerts/owner/#letter-' in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


def test_it_owns_nothing(owner: AlertPage, guest: AlertPage, petition: Petition) -> None:
    assert guest.owned_actions == []
    petition.refresh_from_db()
    assert petition.home == owner.translation_key
    assert petition.versions.count() == 1


@pytest.mark.parametrize("shut", ["taken down", "private"])
def test_an_alert_that_is_not_public_is_not_shown(
    client: Client, owner: AlertPage, guest: AlertPage, shut: str
) -> None:
    if shut == "private":
        PageViewRestriction.objects.create(page=owner, restriction_type="login")
    else:
        AlertPage.objects.get(pk=owner.pk).unpublish()
    page = read(client, guest.url)
    assert "Keep the clinic open" not in page
    assert "/alerts/owner/" not in page


def test_it_follows_the_words_of_its_owner(
    client: Client, owner: AlertPage, guest: AlertPage, petition: Petition
) -> None:
    owner.body = [petition_block(petition, title="Keep it open at night")]
    publish(owner)
    assert "Keep it open at night" in read(client, guest.url)


def test_a_closed_petition_is_read_about_not_signed(
    client: Client, guest: AlertPage, petition: Petition
) -> None:
    Petition.objects.filter(pk=petition.pk).update(state="won")
    page = read(client, guest.url)
    assert "Read about this petition" in page
    assert "Read and sign" not in page


def test_a_translation_shows_the_words_of_its_own_language_or_none(
    client: Client, owner: AlertPage, guest: AlertPage
) -> None:
    spanish = translated(guest)
    publish(spanish)
    assert "Keep the clinic open" not in read(client, spanish.url)
    publish(translated(owner))
    page = read(client, spanish.url)
    assert "es: Keep the clinic open" in page
    assert 'href="/es/alerts/owner/#petition-' in page


def test_a_copy_shows_the_same_petition_and_makes_none(
    admin: Client, guest: AlertPage, petition: Petition
) -> None:
    before = Petition.objects.count()
    assert copy(admin, guest, publish_copies="on").status_code == 200
    made = AlertPage.objects.get(slug="copy")
    assert made.body[0].value["petition"] == petition
    assert Petition.objects.count() == before


def test_the_owner_may_be_shown_beside_the_form_of_another_petition(
    client: Client, petition: Petition
) -> None:
    own = Petition.objects.create(name="Own")
    page = add_draft(
        alert_index(), petition_block(own, title="Ours"), reference("petition", petition)
    )
    publish(page)
    shown = read(client, page.url)
    assert "Ours" in shown
    assert "Keep the clinic open" in shown
