"""The public list as CSV and JSON, for anybody, with nothing in it that is not public."""

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from coalition.models import CoalitionPage
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coalition")]
FEEDS = ["/en/coalition/endorsers.csv", "/en/coalition/endorsers.json"]
every_feed = pytest.mark.parametrize("address", FEEDS)


def lines(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_spreadsheet_has_a_line_for_each_place(client: Client) -> None:
    EndorserFactory(name="Acción, Inc.", places=["GA", "IL"])
    EndorserFactory(name="Everywhere", national=True)

    response = client.get(FEEDS[0])

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="coalition-endorsers.csv"'
    found = [(line["place"], line["name"]) for line in lines(response)]
    assert found == [
        ("Georgia", "Acción, Inc."),
        ("Illinois", "Acción, Inc."),
        ("NATIONAL", "Everywhere"),
    ]


def test_the_data_has_everybody_once(client: Client) -> None:
    EndorserFactory(name="Acción", places=["GA", "IL"])

    response = client.get(FEEDS[1])

    assert response["Content-Type"] == "application/json; charset=utf-8"
    feed = json.loads(response.content)
    assert feed["total"] == 1
    assert feed["endorsers"][0]["places"] == ["GA", "IL"]


@every_feed
def test_a_feed_takes_the_filters_of_the_list(client: Client, address: str) -> None:
    EndorserFactory(name="Peach Tree", places=["GA"])
    EndorserFactory(name="Lake View")

    text = client.get(f"{address}?state=GA").content.decode()

    assert "Peach Tree" in text
    assert "Lake View" not in text


def test_the_page_links_its_feeds_with_what_is_chosen(client: Client) -> None:
    EndorserFactory(places=["GA"])

    html = client.get("/en/coalition/?state=GA&q=river").content.decode()

    assert 'href="/en/coalition/endorsers.csv?q=river&amp;state=GA"' in html


@every_feed
def test_a_feed_can_be_read_from_other_sites_and_cached(client: Client, address: str) -> None:
    response = client.get(address)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "public" in response["Cache-Control"]
    assert not response.cookies


@every_feed
def test_a_feed_of_a_restricted_page_is_closed_to_other_sites(
    admin: Client, coalition: CoalitionPage, address: str
) -> None:
    coalition.view_restrictions.create(restriction_type="login")

    response = admin.get(address)

    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response
    assert "private" in response["Cache-Control"]


@every_feed
def test_no_feed_holds_a_contact_or_who_is_not_approved(client: Client, address: str) -> None:
    ContactFactory(endorser=EndorserFactory(name="Seen by All"))
    EndorserFactory(name="Hidden", status="confirmed")

    text = client.get(address).content.decode()

    assert "Seen by All" in text
    assert "Hidden" not in text
    assert "Bo Okafor" not in text
    assert "director" not in text.lower()


@pytest.mark.parametrize("name", ["endorsers.csv", "endorsers.json"])
def test_a_statement_has_feeds_of_its_own(
    coalition: CoalitionPage, client: Client, name: str
) -> None:
    statement = StatementFactory(state="open")
    add_statement_page(statement, live=True)
    EndorsementFactory(statement=statement, endorser=EndorserFactory(name="Stands Behind"))
    EndorserFactory(name="Does Not")

    text = client.get(f"/en/coalition/families/{name}").content.decode()

    assert "Stands Behind" in text
    assert "Does Not" not in text


@pytest.mark.parametrize(
    "address",
    [
        "/en/endorsers.csv",
        "/en/about/endorsers.csv",
        "/en/coalition/contacts.csv",
        "/es/coalition/endorsers.csv",
        "/en/coalition/states/endorsers.csv",
    ],
)
def test_no_other_page_has_such_a_file(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
