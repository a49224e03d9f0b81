"""The coalition's page: everybody under their headings, searched without JavaScript."""

import gzip
import re
from typing import Any

import pytest
from django.test import Client

from coalition.models import CoalitionPage, Endorser
from tests.factories.coalition import (
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
)
from tests.support.listing import LIST, headings
from tests.support.pages import cost, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coalition")]


def test_national_ones_come_first_then_states_under_letters(client: Client) -> None:
    for code in ("GA", "IL", "DC"):
        EndorserFactory(places=[code])
    EndorserFactory(national=True)
    EndorserFactory(scope="international")
    EndorserFactory(places=["tribal"], nation="Navajo Nation")

    assert headings(read(client, LIST)) == [
        "NATIONAL",
        "INTERNATIONAL",
        "D",
        "District of Columbia",
        "G-I",
        "Georgia",
        "Illinois",
        "Tribal nations",
    ]


def test_who_is_at_home_in_two_states_stands_in_both_and_counts_once(client: Client) -> None:
    EndorserFactory(name="Two Rivers", places=["GA", "IL"])

    html = read(client, LIST)

    assert html.count("<bdi>Two Rivers</bdi>") == 2
    assert "1 organization, in 2 states and territories" in html


def test_only_approved_endorsers_are_listed(client: Client) -> None:
    EndorserFactory(name="Seen by All")
    for status in set(Endorser.Status.values) - {"approved"}:
        EndorserFactory(name=f"Hidden {status}", status=status)

    html = read(client, LIST)

    assert "Seen by All" in html
    assert "Hidden" not in html


def test_a_person_stands_with_affiliation_and_remark(client: Client) -> None:
    EndorserFactory(person=True, name="Ana Ruiz", affiliation="Professor")

    item = re.search(r"<li data-kind.*?</li>", read(client, LIST))

    assert item
    assert "<bdi>Ana Ruiz</bdi>, <bdi>Professor</bdi>" in item[0]
    assert "(for identification purposes only)" in item[0]


def test_names_cannot_bring_markup_or_scripts(client: Client) -> None:
    EndorserFactory(name="<script>alert(1)</script>", website="javascript:alert(1)")

    html = read(client, LIST)

    assert "<script>alert" not in html
    assert "javascript:" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_note_is_shown_in_the_readers_language_only(client: Client) -> None:
    coalition_page("es")
    EndorserFactory(notes={"en": "Since 1975", "es": "Desde 1975"})

    assert "Since 1975" in read(client, LIST)
    spanish = read(client, "/es/coalition/")
    assert "Desde 1975" in spanish
    assert "Since 1975" not in spanish


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=accion", {"Unidad en Acción"}),
        ("q=LUNA", {"L.U.N.A."}),
        ("q=acci%C3%B3n+unidad", {"Unidad en Acción"}),
        ("q=athens", {"L.U.N.A."}),
        ("q=navajo", {"Four Corners"}),
        ("state=ga", {"L.U.N.A."}),
        ("state=tribal", {"Four Corners"}),
        ("kind=faith", {"Unidad en Acción"}),
        ("language=ar", {"Four Corners"}),
        ("q=n&kind=faith&state=IL", {"Unidad en Acción"}),
    ],
)
def test_the_list_is_searched_by_its_address(client: Client, query: str, found: set[str]) -> None:
    EndorserFactory(name="Unidad en Acción", kind="faith")
    EndorserFactory(name="L.U.N.A.", city="Athens", places=["GA"])
    EndorserFactory(
        name="Four Corners", places=["tribal"], nation="Navajo Nation", languages=["ar"]
    )

    html = read(client, f"/en/coalition/?{query}")

    names = {"Unidad en Acción", "L.U.N.A.", "Four Corners"}
    assert {name for name in names if f"<bdi>{name}</bdi>" in html} == found
    assert f"Shown: {len(found)} of 3" in html


def test_a_state_that_is_chosen_stands_alone(client: Client) -> None:
    EndorserFactory(places=["GA", "IL"])
    EndorserFactory(national=True)

    assert headings(read(client, "/en/coalition/?state=GA")) == ["G", "Georgia"]


@pytest.mark.parametrize(
    "query",
    ["state=XX", "kind=%00", "language='--", "q=%F0%9F%92%A5", "q=+++", "state=", "page=9"],
)
def test_what_cannot_be_asked_for_shows_everybody(client: Client, query: str) -> None:
    EndorserFactory(name="Seen by All")

    assert "Seen by All" in read(client, f"/en/coalition/?{query}")


def test_an_endless_search_is_cut_short(client: Client) -> None:
    EndorserFactory()

    html = read(client, f"/en/coalition/?q={'ﷺ' * 900}")

    assert "ﷺ" * 101 not in html
    assert "Nobody in the list matches." in html


def test_a_search_that_finds_nobody_offers_the_way_back(client: Client) -> None:
    EndorserFactory(name="Seen by All")

    html = read(client, "/en/coalition/?q=nobody")

    assert "Seen by All" not in html
    assert "Shown: 0 of 1" in html
    assert re.search(r'href="/en/coalition/#endorsers" data-whole>\s*Show the whole list', html)


def test_nobody_yet_is_said(client: Client) -> None:
    html = read(client, LIST)

    assert "Be the first to join." in html
    assert "Nobody is listed here yet." in html
    assert "data-endorser-filters" not in html


def test_the_statements_below_are_cards_of_the_front_door(
    coalition: CoalitionPage, client: Client
) -> None:
    add_statement_page(StatementFactory(state="open"), live=True, title="Keep the promise")

    assert [card.title for card in coalition.cards()] == ["Keep the promise"]
    assert "Keep the promise" in read(client, "/en/")
    assert "Keep the promise" in read(client, LIST)


def test_the_page_can_be_in_the_menu(coalition: CoalitionPage, client: Client) -> None:
    coalition.show_in_menus = True
    coalition.save()

    assert '<a href="/en/coalition/">The coalition</a>' in read(client, "/en/")


def test_the_page_can_be_cached_whole(client: Client) -> None:
    EndorserFactory()

    response = client.get("/en/coalition/?q=river")

    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def add(number: int) -> None:
    for at in range(number):
        EndorserFactory(places=["GA", "IL"][: at % 3], languages=["es"], notes={"en": "Since 1975"})


def test_the_reading_costs_the_same_however_many(client: Client) -> None:
    add(20)
    few = cost(client, LIST)
    add(380)

    assert cost(client, LIST) == few


def test_two_thousand_weigh_less_than_a_hundred_kilobytes(client: Client) -> None:
    from bench.endorsers import invent  # noqa: PLC0415 - the same list as is measured

    invent(2000)

    response: Any = client.get("/en/coalition/")

    assert response.content.decode().count("<li data-kind") > 2000
    assert len(gzip.compress(response.content)) < 100_000
