"""A petition that is over tells on its page what came of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alerts.models import AlertPage
from alerts.petitions.models import Petition, PublishedPetition
from tests.factories.alerts import add_alert, alert_index, petition_block, publish
from tests.factories.petitions import PetitionFactory
from tests.support.pages import read

pytestmark = pytest.mark.django_db
OUTCOME = "<p>The board keeps the clinic open until 2030.</p>"


def alert_with(petition: Petition, **words: str) -> AlertPage:
    page = add_alert(alert_index(), petition_block(petition, **words))
    publish(page)
    return page


@pytest.mark.parametrize("state", ["closed", "delivered", "won"])
def test_it_stands_on_the_page_once_the_petition_is_over(client: Client, state: str) -> None:
    petition = PetitionFactory()
    page = alert_with(petition, outcome=OUTCOME)
    assert "until 2030" not in read(client, page.url)

    Petition.objects.filter(pk=petition.pk).update(state=state)

    over = read(client, page.url)
    assert "until 2030" in over
    assert 'name="email"' not in over


def test_it_stands_there_when_the_deadline_has_passed(client: Client) -> None:
    petition = PetitionFactory(closes_at=timezone.now() - timedelta(minutes=1))
    assert "until 2030" in read(client, alert_with(petition, outcome=OUTCOME).url)


@pytest.mark.parametrize("state", ["open", "paused"])
def test_it_is_not_told_before(client: Client, state: str) -> None:
    petition = PetitionFactory()
    page = alert_with(petition, outcome=OUTCOME)
    Petition.objects.filter(pk=petition.pk).update(state=state)
    assert "until 2030" not in read(client, page.url)


def test_without_one_the_page_says_how_it_ended(client: Client) -> None:
    petition = PetitionFactory()
    page = alert_with(petition)
    Petition.objects.filter(pk=petition.pk).update(state="won")
    answer = read(client, page.url)
    assert "Won. Thank you" in answer
    assert "action__outcome" not in answer


def test_telling_it_does_not_change_the_words_that_were_signed(client: Client) -> None:
    petition = PetitionFactory()
    page = alert_with(petition)
    page.body[0].value["outcome"] = page.body[0].block.child_blocks["outcome"].to_python(OUTCOME)
    publish(page)
    assert PublishedPetition.objects.get(petition=petition).number == 1
