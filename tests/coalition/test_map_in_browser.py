"""The map in a browser: by keyboard, by screen reader, on a phone and from right to left."""

import pytest
from playwright.sync_api import Page, expect

from coalition.models import StatementPage
from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
)
from tests.journey.test_access import VIEWS, check
from tests.support.browser_fixtures import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = [
    {"type": "endorser_counter", "value": {"heading": "We stand together"}},
    {"type": "endorser_map", "value": {"heading": "From coast to coast"}},
    {"type": "endorser_list", "value": {"heading": "Everybody", "searchable": True}},
]


@pytest.fixture
def statement_page() -> StatementPage:
    """The statement's page in English, with endorsers in Alabama and Georgia."""
    statement = StatementFactory(organisation=None)
    for places in (["AL"], ["GA"], ["GA"]):
        EndorsementFactory(statement=statement, endorser=EndorserFactory(places=places))
    page: StatementPage = add_statement_page(statement, live=True, body=BODY)
    return page


def translation_of(page: StatementPage, code: str) -> StatementPage:
    parent = coalition_page(code)
    found = StatementPage(
        title=page.title,
        slug=page.slug,
        locale=parent.locale,
        translation_key=page.translation_key,
        statement=page.statement,
        words=page.words,
        body=BODY,
    )
    parent.add_child(instance=found)
    return found


def focused(page: Page) -> str:
    """What a screen reader calls the place that has the focus."""
    name: str = page.evaluate("document.activeElement.querySelector('title').textContent")
    return name


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_map_is_accessible(
    open_page: OpenPage, statement_page: StatementPage, code: str, view: str
) -> None:
    shown = statement_page if code == "en" else translation_of(statement_page, code)
    page = open_page(**VIEWS[view])
    page.goto(shown.url)
    page.locator(".map summary").click()

    check(page)


def test_the_map_is_walked_by_keyboard_in_the_order_of_names(
    page: Page, statement_page: StatementPage
) -> None:
    page.goto(statement_page.url)
    page.locator(".map__drawing a").first.focus()
    walked = [focused(page)]
    for _step in range(11):
        page.keyboard.press("Tab")
        walked.append(focused(page))
    marked = page.evaluate("getComputedStyle(document.activeElement.querySelector('path')).stroke")
    others = page.evaluate("getComputedStyle(document.querySelector('.map__place path')).fill")
    fill = page.evaluate("getComputedStyle(document.activeElement.querySelector('path')).fill")

    assert walked[0] == "Alabama: 1 endorser"
    assert walked[-1] == "Georgia: 2 endorsers"
    assert walked == sorted(walked)
    assert marked
    assert fill != others

    page.keyboard.press("Enter")
    page.wait_for_url("**/states/ga/")


def test_the_map_can_be_skipped(page: Page, statement_page: StatementPage) -> None:
    page.goto(statement_page.url)
    skip = page.get_by_role("link", name="Skip the map")
    skip.focus()

    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_screen_reader_finds_each_place_once_under_its_name(
    open_page: OpenPage, statement_page: StatementPage
) -> None:
    for view in VIEWS.values():
        page = open_page(**view)
        page.goto(statement_page.url)

        expect(page.get_by_role("link", name="Georgia: 2 endorsers")).to_have_count(1)
        expect(page.get_by_role("link", name="Guam: no endorsers yet")).to_have_count(1)


def test_the_country_is_not_mirrored_for_who_reads_from_the_right(
    open_page: OpenPage, statement_page: StatementPage
) -> None:
    shown = translation_of(statement_page, "ar")
    for view in VIEWS.values():
        page = open_page(**view)
        page.goto(shown.url)
        left, right = (
            page.locator(f".map a:visible[href$='/{code}/']").first.bounding_box()
            for code in ("wa", "me")
        )

        assert left
        assert right
        assert left["x"] < right["x"]
