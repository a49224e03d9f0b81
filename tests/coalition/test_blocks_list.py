"""The list block: of one state with search, and beside other lists of its page."""

import re

import pytest
from django.test import Client

from coalition.models import Statement
from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
    forget_demo_coalition,
)
from tests.factories.coalition import coalition_block as block

pytestmark = pytest.mark.django_db
OF_GEORGIA = block("endorser_list", state="GA", searchable=True)
SEARCHED = block("endorser_list", searchable=True)


@pytest.fixture
def statement() -> Statement:
    """Two in Georgia, one of them in Alabama as well, and one in Washington."""
    found: Statement = StatementFactory()
    for name, places in (
        ("Peach Union", ["GA"]),
        ("Two Rivers", ["AL", "GA"]),
        ("Harbor Legal Aid", ["WA"]),
    ):
        EndorsementFactory(statement=found, endorser=EndorserFactory(name=name, places=places))
    return found


def test_the_search_of_a_states_list_counts_and_finds_only_who_is_there(
    client: Client, statement: Statement
) -> None:
    page = add_statement_page(statement, live=True, body=[OF_GEORGIA])

    found = client.get(f"{page.url}?q=peach").content.decode()

    assert "Shown: 1 of 2" in found
    assert "Two Rivers" not in found


def test_a_states_list_that_nobody_has_searched_is_whole_and_has_no_states_to_choose(
    client: Client, statement: Statement
) -> None:
    page = add_statement_page(statement, live=True, body=[OF_GEORGIA])

    html = client.get(page.url).content.decode()

    assert 'role="search"' in html
    assert 'name="state"' not in html
    assert "data-filtered" not in html
    assert "Shown: " not in html.replace("Shown: {shown}", "")


def test_an_address_cannot_ask_a_states_list_for_another_state(
    client: Client, statement: Statement
) -> None:
    page = add_statement_page(statement, live=True, body=[OF_GEORGIA])

    found = client.get(f"{page.url}?state=AL").content.decode()

    assert "Peach Union" in found
    assert "Alabama" not in found


def test_the_list_of_an_empty_state_invites_the_first(client: Client, statement: Statement) -> None:
    of_guam = block("endorser_list", state="GU", searchable=True)
    page = add_statement_page(statement, live=True, body=[of_guam])

    html = client.get(page.url).content.decode()

    assert "Be the first to join." in html
    assert "Nobody in the list matches." not in html


def test_only_the_first_list_with_search_is_searched(client: Client, statement: Statement) -> None:
    page = add_statement_page(
        statement, live=True, body=[block("endorser_list"), SEARCHED, SEARCHED]
    )

    html = client.get(f"{page.url}?q=peach").content.decode()

    plain, searched, whole = re.split(r'<div class="endorsers" ', html)[1:]
    assert ["Harbor Legal Aid" in part for part in (plain, searched, whole)] == [True, False, True]
    assert ['role="search"' in part for part in (plain, searched, whole)] == [False, True, False]


def test_on_the_coalitions_page_the_search_is_that_of_its_own_list(client: Client) -> None:
    forget_demo_coalition()
    EndorserFactory(name="Peach Union", places=["GA"])
    page = coalition_page(body=[SEARCHED])

    html = client.get(page.url).content.decode()

    assert html.count('role="search"') == 1
    assert html.index('role="search"') > html.index('id="everybody"')


def test_the_jumps_of_two_lists_have_different_names(client: Client, statement: Statement) -> None:
    lists = [block("endorser_list"), block("endorser_list")]
    page = add_statement_page(statement, live=True, body=lists)

    html = client.get(page.url).content.decode()

    names = re.findall(r'<nav class="endorsers__jumps" aria-label="([^"]+)"', html)
    assert names == ["Jump within the list", "Jump within list 2 of this page"]
