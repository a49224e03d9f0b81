"""A page with two lists in a real browser: each is its own, and axe finds nothing."""

import pytest
from playwright.sync_api import expect

from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    forget_demo_coalition,
)
from tests.factories.coalition import coalition_block as block
from tests.support.access import check
from tests.support.browser_fixtures import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address() -> str:
    """A statement's page that lists Georgia with a search, and below everybody."""
    forget_demo_coalition()
    statement = StatementFactory(state="open")
    for name, place in (("Peach Union", "GA"), ("Orchard Circle", "GA"), ("Harbor Aid", "WA")):
        EndorsementFactory(statement=statement, endorser=EndorserFactory(name=name, places=[place]))
    lists = [
        block("endorser_list", heading="Georgia", state="GA", searchable=True),
        block("endorser_list", heading="Everywhere", searchable=True),
    ]
    return str(add_statement_page(statement, live=True, body=lists).url)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_with_two_lists_is_accessible(open_page: OpenPage, address: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    for query in ("", "?q=peach", "?q=nobody"):
        page.goto(f"{address}{query}")
        assert page.locator(".endorsers").count() == 2
        check(page)


def test_the_search_of_one_list_leaves_the_other_alone(open_page: OpenPage, address: str) -> None:
    page = open_page()
    page.goto(address)

    page.get_by_label("Name or city").fill("peach")

    names = page.locator(".endorsers li > a:visible > bdi")
    expect(names).to_have_count(4)
    assert names.all_inner_texts()[0] == "Peach Union"
    assert set(names.all_inner_texts()[1:]) == {"Peach Union", "Orchard Circle", "Harbor Aid"}
