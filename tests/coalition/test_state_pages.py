"""A page for every state: who is at home there, what is asked there, and who decides."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alerts.models import AlertPage
from coalition.models import CoalitionPage, Statement, StatementPage
from coalition.places import PLACES
from tests.factories.alerts import (
    add_alert,
    alert_index,
    letter_block,
    petition_block,
    publish,
)
from tests.factories.coalition import (
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_block,
    coalition_page,
    forget_demo_coalition,
)
from tests.factories.letters import LetterFactory
from tests.factories.officials import HouseSeatFactory, OfficialFactory, SenateSeatFactory
from tests.factories.petitions import PetitionFactory

pytestmark = pytest.mark.django_db
STATES = "/en/coalition/states/"


@pytest.fixture(autouse=True)
def page() -> CoalitionPage:
    """An English coalition page, and nobody in the coalition yet."""
    forget_demo_coalition()
    return coalition_page()


def read(client: Client, code: str) -> str:
    response = client.get(f"{STATES}{code}/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_state_shows_who_is_at_home_there_and_nobody_else(client: Client) -> None:
    EndorserFactory(name="Peach Tree", places=["GA", "IL"])
    EndorserFactory(name="Lake View")

    html = read(client, "ga")

    assert "<h1" in html
    assert "Georgia" in html
    assert "1 endorser is at home here." in html
    assert "Peach Tree" in html
    assert "Lake View" not in html


def test_national_ones_stand_apart_and_are_not_counted(client: Client) -> None:
    EndorserFactory()
    EndorserFactory(name="Everywhere United", national=True)

    html = read(client, "il")

    assert "1 endorser is at home here." in html
    assert "1 national endorser stands here as well" in html
    assert html.index("<details") < html.index("Everywhere United")


@pytest.mark.parametrize("code", [code.lower() for code in PLACES])
def test_every_place_has_its_page(client: Client, code: str) -> None:
    read(client, code)


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


def with_statement(page: CoalitionPage, *, state: str = "open", **fields: Any) -> Statement:
    """A published statement that is the coalition's main one."""
    statement: Statement = StatementFactory(state="open")
    page.statement = statement
    page.save()
    publish(add_statement_page(statement, **{"body": [coalition_block("join")], **fields}))
    Statement.objects.filter(pk=statement.pk).update(state=state)
    return statement


def join_links(client: Client) -> list[str]:
    return re.findall(r'href="([^"]+#statement-\d+)"', read(client, "wy"))


def test_a_state_without_any_invites_the_first(page: CoalitionPage, client: Client) -> None:
    statement = with_statement(page)

    assert "Wyoming: be the first" in read(client, "wy")
    assert join_links(client) == [f"/en/coalition/families/#statement-{statement.pk}"]


def test_a_closed_statement_is_not_offered_to_join(page: CoalitionPage, client: Client) -> None:
    with_statement(page, state="closed")

    html = read(client, "wy")

    assert "Wyoming: be the first" in html
    assert "Be the first to join" not in html


def test_the_way_to_join_leads_to_the_form_on_the_coalitions_own_page(
    page: CoalitionPage, client: Client
) -> None:
    page.body = [coalition_block("join")]
    statement = with_statement(page, body=[])

    (link,) = join_links(client)

    assert link == f"/en/coalition/#statement-{statement.pk}"
    assert f'id="statement-{statement.pk}"' in client.get(link).content.decode()


def test_without_a_form_nobody_is_sent_to_join(page: CoalitionPage, client: Client) -> None:
    with_statement(page, body=[])

    assert join_links(client) == []


def test_a_form_that_joins_something_else_is_not_the_way_to_join(
    page: CoalitionPage, client: Client
) -> None:
    page.body = [coalition_block("join", statement=StatementFactory(state="open").pk)]
    with_statement(page, body=[])

    assert join_links(client) == []


def test_a_private_statement_is_not_offered_to_join(page: CoalitionPage, client: Client) -> None:
    page.body = [coalition_block("join")]
    statement = with_statement(page)
    own = StatementPage.objects.get(statement=statement)
    own.view_restrictions.create(restriction_type="login")

    assert join_links(client) == []


def test_alerts_for_the_state_come_before_those_for_all(client: Client) -> None:
    alert = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")
    alert.states = ["GA"]
    alert.save()

    here = re.findall(r'class="card__title"><a href="([^"]+)"', read(client, "ga"))
    elsewhere = re.findall(r'class="card__title"><a href="([^"]+)"', read(client, "il"))

    assert here[0] == "/en/alerts/cities-of-safety/"
    assert len(here) > 1
    assert "/en/alerts/cities-of-safety/" not in elsewhere


def test_those_who_decide_are_named_and_can_be_written_to(client: Client) -> None:
    OfficialFactory(name="Ada Lake", office=SenateSeatFactory(state="IL"))
    OfficialFactory(name="Bo Prairie", office=HouseSeatFactory(state="IL", district=9))

    html = read(client, "il")

    assert "Ada Lake" in html
    assert "Bo Prairie" in html
    assert "Illinois, district 9" in html
    assert re.search(r'href="/en/alerts/bring-them-home/">\s*Write to them', html)


def letter_links(client: Client) -> list[str]:
    return re.findall(r'href="([^"]+)">\s*Write to them', read(client, "il"))


def test_a_letter_is_found_on_an_alert_that_was_renamed(client: Client) -> None:
    HouseSeatFactory(state="IL", district=9)
    alert = AlertPage.objects.get(slug="bring-them-home", locale__language_code="en")
    alert.slug = "home-now"
    alert.save()

    assert "/en/alerts/home-now/" in letter_links(client)


@pytest.mark.parametrize("state", ["open", "closed"])
def test_an_alert_asks_to_write_while_it_has_an_open_letter(client: Client, state: str) -> None:
    HouseSeatFactory(state="IL", district=9)
    blocks = [petition_block(PetitionFactory()), letter_block(LetterFactory(state=state))]
    add_alert(alert_index(), *blocks)

    assert ("/en/alerts/clinic/" in letter_links(client)) == (state == "open")


def test_an_alert_whose_letter_was_taken_out_asks_for_none(client: Client) -> None:
    HouseSeatFactory(state="IL", district=9)
    alert = add_alert(alert_index(), letter_block(LetterFactory()))
    publish(alert)
    assert "/en/alerts/clinic/" in letter_links(client)

    alert.body = [petition_block(PetitionFactory())]
    publish(alert)

    assert "/en/alerts/clinic/" not in letter_links(client)


def test_an_empty_seat_is_said_to_be_empty(client: Client) -> None:
    HouseSeatFactory(state="IL", district=9)

    html = read(client, "il")

    assert "Vacant" in html
    assert "Illinois, district 9. The seat waits for an election or an appointment." in html


@pytest.mark.parametrize(("code", "title"), [("DC", "Delegate"), ("PR", "Resident Commissioner")])
def test_the_capital_and_territories_have_no_senators(
    client: Client, code: str, title: str
) -> None:
    OfficialFactory(name="Cy Harbor", office=HouseSeatFactory(state=code, district=0))

    html = read(client, code.lower())

    assert f"{title} <bdi>Cy Harbor</bdi>" in html
    assert "nobody is elected to the Senate from here" in html


def test_without_officials_nothing_is_said_of_them(client: Client) -> None:
    assert "Who decides" not in read(client, "il")
    assert "Who decides" not in read(client, "tribal")


def test_a_state_names_its_page_in_the_other_languages(client: Client) -> None:
    coalition_page("ar")

    html = read(client, "ga")

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


def cost(client: Client) -> int:
    """How many queries a state's page needs."""
    client.get(f"{STATES}ga/")
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{STATES}ga/")
    return len(queries)


def test_a_state_costs_the_same_however_many(client: Client) -> None:
    EndorserFactory(places=["GA"])
    few = cost(client)
    for _number in range(40):
        EndorserFactory(places=["GA"])

    assert cost(client) == few


def test_a_state_costs_the_same_with_many_statements(page: CoalitionPage, client: Client) -> None:
    def add(numbers: range) -> None:
        for number in numbers:
            add_statement_page(StatementFactory(), live=True, slug=f"families-{number}")

    with_statement(page)
    add(range(2))
    few = cost(client)
    add(range(2, 29))

    assert cost(client) == few


def test_a_private_coalition_keeps_its_states_to_itself(
    page: CoalitionPage, client: Client
) -> None:
    page.view_restrictions.create(restriction_type="login")

    response: Any = client.get(f"{STATES}ga/")

    assert response.status_code == 302
    assert "public" not in response.get("Cache-Control", "")
