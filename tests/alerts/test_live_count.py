"""The count for pages that stay open: small, public, the same for everybody."""

import datetime
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from alerts.models import AlertPage
from alerts.petitions.models import Petition
from alerts.petitions.services import add_paper
from tests.factories.alerts import add_draft, alert_index, petition_block, publish
from tests.factories.petitions import PetitionFactory, SignatureFactory
from tests.support.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Iterator[AlertPage]:
    """A live alert with a petition that two have signed."""
    cache.clear()
    made = add_draft(alert_index(), petition_block(PetitionFactory(goals="500")))
    publish(made)
    SignatureFactory.create_batch(2, version=petition_of(made).versions.get(), counted=True)
    yield made
    cache.clear()


def petition_of(page: AlertPage) -> Petition:
    found: Petition = Petition.objects.get(pk=page.owned_actions[0].pk)
    return found


def address(page: AlertPage, language: str = "en") -> str:
    return f"/{language}/act/count/{petition_of(page).pk}/"


def on_paper(page: AlertPage) -> None:
    add_paper(
        key=uuid4(),
        petition=petition_of(page),
        number=30,
        source="Church hall",
        collected_on=datetime.date(2026, 3, 1),
        locale="en",
        region="IL",
        by=User.objects.first(),
    )


def test_it_says_what_the_page_says(client: Client, page: AlertPage) -> None:
    on_paper(page)
    told = client.get(address(page)).json()
    assert (told["count"], told["goal"], told["on_paper"]) == (2, 500, 30)
    assert "2 of 500 signatures" in told["words"]
    assert told["words"] in read(client, page.url)


def test_anybody_may_keep_it_for_some_seconds(client: Client, page: AlertPage) -> None:
    answer = client.get(address(page))
    assert answer["Content-Type"] == "application/json"
    assert "public" in answer["Cache-Control"]
    assert "max-age=10" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert len(answer.content) < 1000


def test_while_it_is_kept_the_database_is_not_asked(
    client: Client, page: AlertPage, settings: Settings
) -> None:
    settings.PAGE_CACHE_SECONDS = 20
    asked = address(page)
    first = client.get(asked)
    with CaptureQueriesContext(connection) as queries:
        second = client.get(asked)
    assert queries.captured_queries == []
    assert second.content == first.content


def test_the_page_names_it_only_where_it_is_open_to_the_public(
    client: Client, page: AlertPage
) -> None:
    shown = read(client, page.url)
    assert f'data-live-count="{address(page)}"' in shown
    assert "js/live-count.js" in shown


@pytest.mark.parametrize("shut", ["taken down", "private", "other language", "unknown"])
def test_what_the_public_cannot_read_is_not_counted_to_it(
    client: Client, page: AlertPage, shut: str
) -> None:
    asked = address(page)
    if shut == "taken down":
        AlertPage.objects.get(pk=page.pk).unpublish()
    elif shut == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    elif shut == "other language":
        asked = address(page, "es")
    else:
        asked = "/en/act/count/4711/"
    assert client.get(asked).status_code == 404


def test_a_petition_that_was_never_published_is_not_there(client: Client) -> None:
    assert client.get(f"/en/act/count/{PetitionFactory().pk}/").status_code == 404


def test_nothing_can_be_sent_to_it(client: Client, page: AlertPage) -> None:
    assert client.post(address(page)).status_code == 405


def test_reached_goals_paper_and_missing_confirmation_are_told_apart(
    client: Client, page: AlertPage
) -> None:
    Petition.objects.update(goals="2, 500", confirms=False)
    on_paper(page)
    shown = read(client, page.url)
    assert "2 of 500 signatures" in shown
    assert "Goal of 2 signatures reached" in shown
    assert "And 30 signatures on paper, counted by the people who run this petition" in shown
    assert "Not every one of these signatures was confirmed by mail." in shown


def test_a_confirmed_petition_says_none_of_that(client: Client, page: AlertPage) -> None:
    shown = read(client, page.url)
    for words in ("reached", "on paper", "confirmed by mail."):
        assert words not in shown
