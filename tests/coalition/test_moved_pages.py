"""An address below a page leads on after the page has moved, and to the languages that have it."""

import re

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from coalition.models import CoalitionPage, StatementPage
from tests.factories.alerts import publish
from tests.factories.coalition import (
    add_statement_page,
    coalition_page,
)

pytestmark = pytest.mark.django_db
FEEDS = ["endorsers.csv", "endorsers.json"]
BELOW_STATEMENT = ["", "versions/", "versions/1/", "versions/2/", *FEEDS]
BELOW_COALITION = ["", "states/", "states/ga/", "states/tribal/", *FEEDS]


@pytest.fixture
def families(coalition: CoalitionPage) -> StatementPage:
    """A statement in two versions, in English."""
    page = add_statement_page()
    publish(page)
    page.words = "<p>Keep all families together.</p>"
    publish(page)
    return page


def rename(page: StatementPage | CoalitionPage, slug: str) -> None:
    page.refresh_from_db()
    page.slug = slug
    publish(page)


def assert_leads(client: Client, old: str, new: str) -> None:
    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_what_is_below_a_renamed_statement_is_found_at_its_new_address(
    client: Client, families: StatementPage
) -> None:
    rename(families, "kin")
    rename(families, "relatives")

    for route in BELOW_STATEMENT:
        for old in ("families", "kin"):
            assert_leads(client, f"/en/coalition/{old}/{route}", f"/en/coalition/relatives/{route}")
    assert client.get("/en/coalition/families/versions/3/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_what_is_below_a_renamed_coalition_is_found_at_its_new_address(
    client: Client, coalition: CoalitionPage, families: StatementPage
) -> None:
    rename(coalition, "allies")

    for route in BELOW_COALITION + [f"families/{route}" for route in BELOW_STATEMENT]:
        assert_leads(client, f"/en/coalition/{route}", f"/en/allies/{route}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("feed", FEEDS)
def test_a_renamed_feed_keeps_what_it_was_asked_for(
    client: Client, coalition: CoalitionPage, feed: str
) -> None:
    rename(coalition, "allies")

    assert_leads(
        client, f"/en/coalition/{feed}?state=ga&q=%D9%86", f"/en/allies/{feed}?state=ga&q=%D9%86"
    )


@pytest.mark.parametrize("target", ["/en/about/?from=here", "https://elsewhere.example/"])
def test_a_redirect_that_asks_itself_or_leads_away_is_left_as_it_is(
    client: Client, target: str
) -> None:
    Redirect.add_redirect("/en/old", redirect_to=target)

    assert client.get("/en/old/?state=ga")["Location"] == target


def test_a_redirect_of_one_query_alone_gets_nothing_added_and_leads_round_no_circle(
    client: Client,
) -> None:
    Redirect.add_redirect("/en/old?lang=es", redirect_to="/en/old")
    Redirect.add_redirect("/en/old", redirect_to="/en/about/")

    assert client.get("/en/old?lang=es")["Location"] == "/en/old"
    assert client.get("/en/old?lang=ar")["Location"] == "/en/about/?lang=ar"


def offered(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 404
    listed = response.content.decode().partition('class="choice-list"')[2]
    return re.findall(r'href="([^"]+)" hreflang', listed.partition("</ul>")[0])


@pytest.mark.parametrize("route", BELOW_COALITION)
def test_what_is_below_a_page_is_offered_in_the_languages_that_have_it(
    client: Client, coalition: CoalitionPage, route: str
) -> None:
    coalition_page("ar")

    found = offered(client, f"/es/coalition/{route}")

    assert sorted(found) == [f"/ar/coalition/{route}", f"/en/coalition/{route}"]


@pytest.mark.parametrize("route", BELOW_STATEMENT)
def test_what_is_below_a_statement_is_offered_where_the_statement_is(
    client: Client, families: StatementPage, route: str
) -> None:
    coalition_page("ar")

    found = offered(client, f"/es/coalition/families/{route}")

    assert found == [f"/en/coalition/families/{route}"]


@pytest.mark.parametrize(
    "route",
    [
        "states/xx/",
        "states/ga/more/",
        "families/versions/3/",
        "families/versions/0/",
        "families/versions/x/",
        "families//",
        "families/contacts.csv",
        "x/" * 1000,
    ],
)
def test_what_answers_nowhere_is_offered_in_no_language(
    client: Client, families: StatementPage, route: str
) -> None:
    assert offered(client, f"/es/coalition/{route}") == []


def test_what_is_below_a_private_page_is_not_offered(
    client: Client, coalition: CoalitionPage
) -> None:
    coalition.view_restrictions.create(restriction_type="login")

    assert offered(client, "/es/coalition/states/ga/") == []
