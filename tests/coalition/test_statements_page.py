"""The public page of a statement: its words, who stands behind it, in every language alike."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coalition.models import StatementPage
from tests.factories.alerts import publish, translated
from tests.factories.coalition import (
    EndorsementFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
)

pytestmark = pytest.mark.django_db
HOME = "/en/coalition/families/"


@pytest.fixture
def page() -> StatementPage:
    """A live English statement with its list."""
    made = add_statement_page(StatementFactory(), body=[("endorser_list", {"heading": ""})])
    publish(made)
    return made


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_page_can_be_cached_whole(client: Client, page: StatementPage) -> None:
    answer = client.get(HOME)

    assert answer.status_code == 200
    assert not answer.cookies
    assert "public" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_the_page_shows_the_words_and_who_stands_behind_them(
    client: Client, page: StatementPage
) -> None:
    EndorsementFactory(statement=page.statement, endorser__name="Northside Clinic")
    EndorsementFactory(statement=page.statement, endorser__name="Waiting", waiting=True)

    shown = client.get(HOME).content.decode()

    assert "We ask Congress to keep families together." in shown
    assert "Standing together: 1 organization, in 1 state or territory." in shown
    assert "Northside Clinic" in shown
    assert "Waiting" not in shown


def test_a_page_with_the_body_it_began_with_shows_the_form_and_the_list(client: Client) -> None:
    publish(add_statement_page(StatementFactory(), body=StatementPage().body))

    shown = client.get(HOME).content.decode()

    assert "Add your name" in shown
    assert "<form" in shown
    assert "Be the first to join." in shown


def test_the_page_costs_as_much_for_one_endorser_as_for_many(
    client: Client, page: StatementPage
) -> None:
    EndorsementFactory(statement=page.statement)
    client.get(HOME)
    one = queries(client, HOME)

    EndorsementFactory.create_batch(30, statement=page.statement)

    assert queries(client, HOME) == one
    assert one <= 32


def test_versions_do_not_read_the_endorsers(client: Client, page: StatementPage) -> None:
    client.get(HOME)
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{HOME}versions/1/")

    assert not any("coalition_endors" in query["sql"] for query in captured)


def test_the_page_names_its_translations(client: Client, page: StatementPage) -> None:
    publish(coalition_page("es"))
    spanish: Any = translated(page)
    publish(spanish)

    for address in (HOME, "/es/coalition/families/"):
        shown = client.get(address).content.decode()
        offered = set(re.findall(r'<link rel="alternate" hreflang="([^"]+)"', shown))
        assert offered == {"en", "es", "x-default"}


def test_a_language_without_the_statement_offers_those_that_have_it(
    client: Client, page: StatementPage
) -> None:
    answer = client.get("/ar/coalition/families/")

    assert answer.status_code == 404
    assert f'href="{HOME}"' in answer.content.decode()


def test_the_words_are_public_in_their_own_language_only(
    client: Client, page: StatementPage
) -> None:
    publish(coalition_page("es"))
    translated(page)

    assert client.get("/es/coalition/families/").status_code == 404


def test_its_card_tells_how_many_stand_behind_it(page: StatementPage) -> None:
    EndorsementFactory.create_batch(2, statement=page.statement)
    page.summary = "In short: together."

    card = page.card()

    assert (card.kind, card.state, card.state_label) == ("Statement", "open", "Open")
    assert card.summary == "In short: together. 2 endorsers so far."


def test_the_cards_of_many_statements_are_read_at_once(page: StatementPage) -> None:
    coalition = coalition_page()
    with CaptureQueriesContext(connection) as one:
        coalition.cards()
    for number in range(5):
        publish(add_statement_page(StatementFactory(), slug=f"s{number}"))

    with CaptureQueriesContext(connection) as many:
        cards = coalition.cards()

    assert len(cards) >= 6
    assert len(many) == len(one)


@pytest.mark.parametrize(
    ("state", "label"), [("paused", "Paused"), ("delivered", "Delivered"), ("won", "Won")]
)
def test_the_page_says_how_its_statement_stands(
    client: Client, page: StatementPage, state: str, label: str
) -> None:
    type(page.statement).objects.filter(pk=page.statement.pk).update(state=state)

    assert f'<span class="state state--{state}">{label}</span>' in client.get(HOME).content.decode()
