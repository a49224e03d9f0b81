"""A page for every state: who is at home there, what is asked there, and who decides."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alerts.models import AlertPage
from coalition.models import CoalitionPage
from coalition.places import PLACES
from tests.factories.coalition import EndorserFactory, StatementFactory
from tests.factories.coalition_pages import coalition_page, forget_demo_coalition, statement_page
from tests.factories.officials import HouseSeatFactory, OfficialFactory, SenateSeatFactory

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
    assert "1 national organization stands here as well" in html
    assert html.index("<details") < html.index("Everywhere United")


@pytest.mark.parametrize("code", [code.lower() for code in PLACES])
def test_every_place_has_its_page(client: Client, code: str) -> None:
    read(client, code)


@pytest.mark.parametrize("code", ["xx", "georgia", "g", "ga'--", "zz" * 400, "جا"])
def test_no_other_place_has_one(client: Client, code: str) -> None:
    assert client.get(f"{STATES}{code}/").status_code == 404


@pytest.mark.parametrize("code", ["GA", "Ga"])
def test_a_code_in_capitals_leads_to_the_one_address(client: Client, code: str) -> None:
    response = client.get(f"{STATES}{code}/")

    assert response.status_code == 301
    assert response["Location"] == f"{STATES}ga/"


def test_a_state_without_any_invites_the_first(page: CoalitionPage, client: Client) -> None:
    statement = StatementFactory(state="open")
    page.statement = statement
    page.save()
    statement_page(page, statement)

    html = read(client, "wy")

    assert "Wyoming: be the first" in html
    assert 'href="/en/coalition/families/' in html


def test_a_closed_statement_is_not_offered_to_join(page: CoalitionPage, client: Client) -> None:
    statement = StatementFactory(state="closed")
    page.statement = statement
    page.save()
    statement_page(page, statement)

    html = read(client, "wy")

    assert "Wyoming: be the first" in html
    assert "Be the first to join" not in html


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


def test_a_state_costs_the_same_however_many(client: Client) -> None:
    def cost() -> int:
        client.get(f"{STATES}ga/")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{STATES}ga/")
        return len(queries)

    EndorserFactory(places=["GA"])
    few = cost()
    for _number in range(40):
        EndorserFactory(places=["GA"])

    assert cost() == few


def test_a_private_coalition_keeps_its_states_to_itself(
    page: CoalitionPage, client: Client
) -> None:
    page.view_restrictions.create(restriction_type="login")

    response: Any = client.get(f"{STATES}ga/")

    assert response.status_code == 302
    assert "public" not in response.get("Cache-Control", "")
