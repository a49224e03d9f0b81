"""Forms filled in under words that have changed since: shown anew with what they say by now."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alerts.letters.models import Message, PublishedLetter
from alerts.letters.services import publish_words as publish_letter
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.services import publish_words as publish_petition
from coalition.models import Contact, PublishedStatement
from coalition.services import publish_words as publish_statement
from tests.support.joining import ORGANIZATION, joinable_statement, newest
from tests.support.pages import HERE, form_of

pytestmark = pytest.mark.django_db
SIGNED = {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622"}
NEW = "Others may write to us."
Send = Callable[..., Any]


@pytest.fixture
def signing(client: Client) -> Send:
    """Signs under words that were replaced meanwhile."""
    petition = Petition.objects.get(name="Cities of safety")
    old: PublishedPetition = petition.versions.filter(locale="en").latest("number")
    words = {**old.fields, "consent_text": NEW}
    publish_petition(petition=petition, locale="en", words=words)
    ticked = {"consent": old.consent_key}
    address = f"/en/act/sign/{old.pk}/"
    return lambda **typed: client.post(address, {**SIGNED, **ticked, **typed}, headers=HERE)


@pytest.fixture
def joining(client: Client) -> Send:
    """Joins under words that were replaced meanwhile."""
    statement = joinable_statement()
    old: PublishedStatement = newest(statement)
    words = {**old.fields, "consent_text": NEW}
    publish_statement(statement=statement, locale="en", words=words)
    address = f"/en/act/join/{old.pk}/"
    typed = {**ORGANIZATION, "consent": old.consent_key}
    return lambda **more: client.post(address, {**typed, **more}, headers=HERE)


@pytest.mark.parametrize("way", ["signing", "joining"])
@pytest.mark.parametrize("wrong", [{}, {"email": "?"}], ids=["complete", "faulty"])
def test_the_new_sentence_on_consent_is_what_is_agreed_to(
    request: pytest.FixtureRequest, way: str, wrong: dict[str, str]
) -> None:
    send: Send = request.getfixturevalue(way)

    response = send(**wrong)

    page = response.content.decode()
    assert response.status_code == 422
    assert "have changed since you opened the page" in page
    assert page.count(NEW) == 1
    assert not re.search(r'name="consent"[^>]*checked', page)
    assert "River Neighbors may write" not in page
    assert not Signature.objects.exists()
    assert not Contact.objects.filter(endorser__origin="joined").exists()


@pytest.mark.usefixtures("officials")
def test_a_letter_asks_for_consent_in_its_new_words(client: Client) -> None:
    old = PublishedLetter.objects.filter(letter__name="Bring them home: Congress", locale="en")
    words = old.latest("number")
    place = {"zip": "60062", "state": "IL", "district": "IL-9"}
    address = f"/en/act/letter/{words.pk}/"
    page = client.post(address, {"step": "place", **place}, headers=HERE)
    publish_letter(letter=words.letter, locale="en", words={**words.fields, "consent_text": NEW})
    typed = {**form_of(page).values, "name": "Ana", "email": "ana@example.org", "city": "Niles"}

    response = client.post(address, typed, headers=HERE)

    shown = response.content.decode()
    assert response.status_code == 422
    assert NEW in shown
    assert words.fields["consent_text"] not in shown
    assert not Message.objects.exists()
