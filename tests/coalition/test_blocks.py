"""The blocks of the coalition: whom they show, on which page, and what that costs."""

import datetime
import re
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from coalition.blocks import CoalitionStreamBlock
from coalition.models import Statement
from tests.factories.alerts import add_alert, alert_index
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
YEAR_AGO = datetime.timedelta(days=365)


ALL = [
    block("endorser_counter"),
    block("endorser_list", searchable=True),
    block("endorser_map"),
    block("endorser_logos", limit=24),
    block("join"),
]


def read(client: Client, page: Any) -> str:
    """The body's words of a page, without markup."""
    html = client.get(page.url).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def logo(name: str = "logo.png") -> Any:
    file = ImageFile(get_test_image_file(name), name=name)
    return get_image_model().objects.create(title=name, file=file)


def stands_behind(statement: Statement, name: str, **told: Any) -> None:
    EndorsementFactory(statement=statement, endorser=EndorserFactory(name=name, **told))


def test_the_counter_counts_each_endorser_and_each_state_once(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid", places=["WA", "OR"])
    stands_behind(statement, "Prairie Union", places=["WA", "tribal"])
    EndorsementFactory(statement=statement, endorser=EndorserFactory(person=True, places=["GA"]))

    text = read(client, add_statement_page(statement, live=True, body=[block("endorser_counter")]))

    assert "3 endorsers" in text
    assert "3 states and territories" in text
    assert "2 organizations and 1 person" in text


def test_one_endorser_in_one_state_is_counted_in_the_singular(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid", places=["WA"])

    text = read(client, add_statement_page(statement, live=True, body=[block("endorser_counter")]))

    assert "1 endorser " in text
    assert "1 state or territory" in text


def test_nobody_is_no_number_but_an_invitation(client: Client) -> None:
    page = add_statement_page(StatementFactory(), live=True, body=ALL[:2])

    text = read(client, page)

    assert "0 endorsers" not in text
    assert text.count("Be the first to join.") >= 2


def test_the_counter_of_a_delivered_statement_says_the_day_and_who_came_since(
    client: Client,
) -> None:
    then = timezone.now() - YEAR_AGO
    delivered = (then + datetime.timedelta(days=2)).date()
    statement = StatementFactory(state="delivered", frozen_on=delivered)
    for name in ("Harbor Legal Aid", "Prairie Union"):
        endorser = EndorserFactory(name=name)
        EndorsementFactory(statement=statement, endorser=endorser, counted_from=then)
    stands_behind(statement, "Late Comers")

    text = read(client, add_statement_page(statement, live=True, body=[block("endorser_counter")]))

    assert "2 endorsers" in text
    assert "the day of delivery" in text
    assert "1 more has joined since." in text


def test_a_list_of_one_state_names_nobody_of_another(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid", places=["WA"])
    stands_behind(statement, "Peach Union", places=["GA"])
    stands_behind(statement, "Towns of the Nation", national=True)

    page = add_statement_page(statement, live=True, body=[block("endorser_list", state="GA")])
    text = read(client, page)

    assert "Peach Union" in text
    assert "Harbor Legal Aid" not in text
    assert "Towns of the Nation" not in text


def test_a_list_without_search_ignores_what_the_address_asks_for(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid", places=["WA"])
    searchable, plain = block("endorser_list", searchable=True), block("endorser_list")
    page = add_statement_page(statement, live=True, body=[searchable])
    other = add_statement_page(statement, live=True, body=[plain], slug="plain")

    assert "Harbor Legal Aid" not in client.get(f"{page.url}?state=GA").content.decode()
    assert "Harbor Legal Aid" in client.get(f"{other.url}?state=GA").content.decode()
    assert 'role="search"' not in client.get(other.url).content.decode()


def test_a_block_shows_the_chosen_statement_else_that_of_its_page(client: Client) -> None:
    ours, other = StatementFactory(), StatementFactory()
    stands_behind(ours, "Harbor Legal Aid")
    stands_behind(other, "Peach Union")
    chosen = [block("endorser_list", statement=other.pk)]

    own_text = read(client, add_statement_page(ours, live=True, body=[block("endorser_list")]))
    chosen_text = read(client, add_statement_page(ours, live=True, body=chosen, slug="chosen"))

    assert "Harbor Legal Aid" in own_text
    assert "Peach Union" not in own_text
    assert "Peach Union" in chosen_text
    assert "Harbor Legal Aid" not in chosen_text


def test_on_an_alert_a_block_shows_the_whole_coalition_or_the_chosen_statement(
    client: Client,
) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid")
    EndorserFactory(name="Peach Union")
    EndorserFactory(name="Not Yet", status="confirmed")

    everybody = read(client, add_alert(alert_index(), block("endorser_list")))
    chosen = block("endorser_list", statement=statement.pk)
    some = read(client, add_alert(alert_index(), chosen, slug="chosen"))

    assert "Harbor Legal Aid" in everybody
    assert "Peach Union" in everybody
    assert "Not Yet" not in everybody
    assert "Harbor Legal Aid" in some
    assert "Peach Union" not in some


def test_the_coalitions_page_counts_everybody_also_who_is_behind_no_statement(
    client: Client,
) -> None:
    forget_demo_coalition()
    EndorserFactory(name="Peach Union")
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid")
    page = coalition_page()
    page.statement, page.body = statement, [block("endorser_counter")]
    page.save()

    assert "2 endorsers" in read(client, page)


def test_logos_are_small_lazy_named_and_linked(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid", logo=logo(), logo_alt="")
    stands_behind(statement, "Peach Union", logo=logo(), logo_alt="A peach")
    stands_behind(statement, "No Logo Society")

    page = add_statement_page(statement, live=True, body=[block("endorser_logos", limit=24)])
    html = client.get(page.url).content.decode()

    first, second = re.findall(r'<a class="logos__plate" href="([^"]+)"[^>]*>\s*(<img[^>]+>)', html)
    assert first[0] == "https://river.example.org/"
    assert 'alt="Harbor Legal Aid"' in first[1]
    assert 'alt="A peach"' in second[1]
    assert all(".webp" in image and 'loading="lazy"' in image for _link, image in (first, second))
    assert "No Logo Society" not in html


def test_no_more_logos_are_shown_than_the_editor_wants(client: Client) -> None:
    statement = StatementFactory()
    for name in ("Anchor", "Bridge", "Canal"):
        stands_behind(statement, name, logo=logo())

    page = add_statement_page(statement, live=True, body=[block("endorser_logos", limit=2)])
    html = client.get(page.url).content.decode()

    assert html.count("logos__item") == 2
    assert 'alt="Canal"' not in html


def test_a_website_that_hides_a_script_is_no_link(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Trap", logo=logo(), website="javascript:alert(1)")

    page = add_statement_page(statement, live=True, body=[block("endorser_logos", limit=2)])
    html = client.get(page.url).content.decode()

    assert 'alt="Trap"' in html
    assert "javascript:" not in html


def test_all_blocks_together_cost_one_reading_however_many_endorsers(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    statement = StatementFactory()
    page = add_statement_page(statement, live=True, body=ALL)
    for number in range(3):
        stands_behind(statement, f"Few {number}", logo=logo(), languages=["es"])
    client.get(page.url)
    with CaptureQueriesContext(connection) as few:
        client.get(page.url)
    queries = [query["sql"] for query in few]
    for number in range(12):
        stands_behind(statement, f"Many {number}", logo=logo(), languages=["es"], notes={"en": "x"})
    client.get(page.url)

    with django_assert_max_num_queries(len(queries)):
        html = client.get(page.url).content.decode()

    assert "Many 11" in html
    assert len(queries) <= 33
    assert len([sql for sql in queries if 'FROM "coalition_endorserplace"' in sql]) == 1


def test_a_page_with_several_lists_and_maps_has_no_id_twice(client: Client) -> None:
    statement = StatementFactory()
    stands_behind(statement, "Harbor Legal Aid", places=["WA"])
    twice = [*ALL[:4], *ALL[:4], ALL[4]]

    html = client.get(add_statement_page(statement, live=True, body=twice).url).content.decode()

    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "name", ["endorser_counter", "endorser_list", "endorser_map", "endorser_logos"]
)
def test_a_preview_needs_no_database(name: str, django_assert_num_queries: Any) -> None:
    shown = CoalitionStreamBlock().child_blocks[name]
    value = shown.get_preview_value()

    with django_assert_num_queries(0):
        context = shown.get_preview_context(value, {"request": None})
        html = shown.render(value, context=context)

    assert value["heading"] in html
