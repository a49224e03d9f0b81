"""A page for every state: who is at home there, and how to join them."""

import re
from typing import Any

import pytest
from django.test import Client

from coalition.models import CoalitionPage, Statement, StatementPage
from coalition.places import PLACES
from tests.factories.alerts import publish
from tests.factories.coalition import (
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_block,
    coalition_page,
)
from tests.support.listing import STATES, read_state
from tests.support.pages import cost

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coalition")]


def test_a_state_shows_who_is_at_home_there_and_nobody_else(client: Client) -> None:
    EndorserFactory(name="Peach Tree", places=["GA", "IL"])
    EndorserFactory(name="Lake View")

    html = read_state(client, "ga")

    assert "<h1" in html
    assert "Georgia" in html
    assert "1 endorser is at home here." in html
    assert "Peach Tree" in html
    assert "Lake View" not in html


def test_national_ones_stand_apart_and_are_not_counted(client: Client) -> None:
    EndorserFactory()
    EndorserFactory(name="Everywhere United", national=True)

    html = read_state(client, "il")

    assert "1 endorser is at home here." in html
    assert "1 national endorser stands here as well" in html
    assert html.index("<details") < html.index("Everywhere United")


@pytest.mark.parametrize("code", [code.lower() for code in PLACES])
def test_every_place_has_its_page(client: Client, code: str) -> None:
    read_state(client, code)


@pytest.mark.parametrize("code", ["xx", "georgia", "g", "ga'--", "zz" * 400, "جا"])
def test_no_other_place_has_one(client: Client, code: str) -> None:
    assert client.get(f"{STATES}{code}/").status_code == 404


@pytest.mark.parametrize("code", ["GA", "Ga", "Tribal", "TRIBAL"])
def test_a_code_in_capitals_leads_to_the_one_address(client: Client, code: str) -> None:
    response = client.get(f"{STATES}{code}/?from=mail&x=%22")

    assert response.status_code == 301
    assert response["Location"] == f"{STATES}{code.lower()}/?from=mail&x=%22"


def test_without_a_query_nothing_is_added_to_the_one_address(client: Client) -> None:
    assert client.get(f"{STATES}GA/")["Location"] == f"{STATES}ga/"


def with_statement(coalition: CoalitionPage, *, state: str = "open", **fields: Any) -> Statement:
    """A published statement that is the coalition's main one."""
    statement: Statement = StatementFactory(state="open")
    coalition.statement = statement
    coalition.save()
    publish(add_statement_page(statement, **{"body": [coalition_block("join")], **fields}))
    Statement.objects.filter(pk=statement.pk).update(state=state)
    return statement


def join_links(client: Client) -> list[str]:
    return re.findall(r'href="([^"]+#statement-\d+)"', read_state(client, "wy"))


def test_a_state_without_any_invites_the_first(coalition: CoalitionPage, client: Client) -> None:
    statement = with_statement(coalition)

    html = read_state(client, "wy")
    assert "Wyoming: be the first" in html
    assert "Be the first to join" in html
    assert join_links(client) == [f"/en/coalition/families/#statement-{statement.pk}"]


def test_a_closed_statement_is_not_offered_to_join(
    coalition: CoalitionPage, client: Client
) -> None:
    with_statement(coalition, state="closed")

    html = read_state(client, "wy")

    assert "Wyoming: be the first" in html
    assert "Be the first to join" not in html
    assert join_links(client) == []


def test_the_way_to_join_leads_to_the_form_on_the_coalitions_own_page(
    coalition: CoalitionPage, client: Client
) -> None:
    coalition.body = [coalition_block("join")]
    statement = with_statement(coalition, body=[])

    (link,) = join_links(client)

    assert link == f"/en/coalition/#statement-{statement.pk}"
    assert f'id="statement-{statement.pk}"' in client.get(link).content.decode()


def test_without_a_form_nobody_is_sent_to_join(coalition: CoalitionPage, client: Client) -> None:
    with_statement(coalition, body=[])

    assert join_links(client) == []


def test_a_form_that_joins_something_else_is_not_the_way_to_join(
    coalition: CoalitionPage, client: Client
) -> None:
    coalition.body = [coalition_block("join", statement=StatementFactory(state="open").pk)]
    with_statement(coalition, body=[])

    assert join_links(client) == []


def test_a_private_statement_is_not_offered_to_join(
    coalition: CoalitionPage, client: Client
) -> None:
    coalition.body = [coalition_block("join")]
    statement = with_statement(coalition)
    own = StatementPage.objects.get(statement=statement)
    own.view_restrictions.create(restriction_type="login")

    assert join_links(client) == []


def test_a_state_names_its_page_in_the_other_languages(client: Client) -> None:
    coalition_page("ar")

    html = read_state(client, "ga")

    assert re.search(r'hreflang="ar" href="http[^"]+/ar/coalition/states/ga/"', html)
    assert client.get("/ar/coalition/states/ga/").status_code == 200
    assert client.get("/es/coalition/states/ga/").status_code == 404


def test_the_index_leads_to_every_place_with_its_number(client: Client) -> None:
    EndorserFactory(places=["GA"])

    html = client.get(STATES).content.decode()

    numbers = re.findall(r'href="/en/coalition/states/(\w+)/" aria-label="([^"]+)"', html)
    assert len(numbers) == len(PLACES)
    assert dict(numbers)["ga"] == "Georgia: 1 endorser"
    assert dict(numbers)["wy"] == "Wyoming: no endorsers yet"
    assert numbers[-1][0] == "tribal"


def test_a_state_page_can_be_cached_whole(client: Client) -> None:
    response = client.get(f"{STATES}ga/")

    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_a_state_costs_the_same_however_many(client: Client) -> None:
    EndorserFactory(places=["GA"])
    few = cost(client, f"{STATES}ga/")
    for _number in range(40):
        EndorserFactory(places=["GA"])

    assert cost(client, f"{STATES}ga/") == few


def test_a_state_costs_the_same_with_many_statements(
    coalition: CoalitionPage, client: Client
) -> None:
    def add(numbers: range) -> None:
        for number in numbers:
            add_statement_page(StatementFactory(), live=True, slug=f"families-{number}")

    with_statement(coalition)
    add(range(2))
    few = cost(client, f"{STATES}ga/")
    add(range(2, 29))

    assert cost(client, f"{STATES}ga/") == few


def test_a_private_coalition_keeps_its_states_to_itself(
    coalition: CoalitionPage, client: Client
) -> None:
    coalition.view_restrictions.create(restriction_type="login")

    response: Any = client.get(f"{STATES}ga/")

    assert response.status_code == 302
    assert "public" not in response.get("Cache-Control", "")
