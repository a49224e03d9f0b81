"""Details that a device remembers for its owner: only if asked to, erased by one button."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser_fixtures import Faults, OpenPage

pytestmark = pytest.mark.django_db(transaction=True)
ALERT = "/en/alerts/cities-of-safety/"
KEEP = "Remember my details on this device, for the next form."
STORED = "localStorage.getItem('altavoz.details')"


@pytest.fixture
def visitor(page: Page) -> Page:
    """On the page of a petition."""
    page.goto(ALERT)
    return page


def sign(page: Page, email: str = "ana@example.org") -> None:
    page.get_by_label("Full name").fill("Ana Ruiz")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("ZIP code").fill("60622")
    page.get_by_role("button", name="Sign", exact=True).click()
    page.wait_for_url("**/act/**")


def test_nothing_is_kept_unless_the_box_is_ticked(visitor: Page) -> None:
    expect(visitor.get_by_label(KEEP)).not_to_be_checked()

    sign(visitor)

    assert visitor.evaluate(STORED) is None
    visitor.goto(ALERT)
    expect(visitor.get_by_label("Full name")).to_have_value("")


def test_details_are_filled_in_again_and_erased_by_a_button(visitor: Page) -> None:
    visitor.get_by_label(KEEP).check()
    sign(visitor)

    visitor.goto("/es/alerts/cities-of-safety/")
    expect(visitor.locator("[name=email]")).to_have_value("ana@example.org")
    visitor.goto(ALERT)
    expect(visitor.get_by_label("Full name")).to_have_value("Ana Ruiz")
    expect(visitor.get_by_label("ZIP code")).to_have_value("60622")
    expect(visitor.get_by_text("filled in from this device")).to_be_visible()
    visitor.get_by_role("button", name="Erase my details").click()

    expect(visitor.get_by_label("Full name")).to_have_value("")
    expect(visitor.get_by_label(KEEP)).not_to_be_checked()
    expect(visitor.get_by_text("Erased from this device.")).to_be_visible()
    assert visitor.evaluate(STORED) is None


def test_unticking_the_box_forgets(visitor: Page) -> None:
    visitor.get_by_label(KEEP).check()
    sign(visitor)
    visitor.goto(ALERT)
    visitor.get_by_label(KEEP).uncheck()

    sign(visitor)

    assert visitor.evaluate(STORED) is None


def test_what_was_typed_goes_before_what_is_remembered(visitor: Page) -> None:
    visitor.get_by_label(KEEP).check()
    sign(visitor)
    visitor.goto(ALERT)

    sign(visitor, email="luis")

    expect(visitor.get_by_label("Email address")).to_have_value("luis")


@pytest.mark.parametrize("odd", ["{", "null", "[1]", '{"name": 7, "country": "<b>"}', '"x"'])
def test_an_odd_memory_does_no_harm(visitor: Page, odd: str) -> None:
    visitor.evaluate("odd => localStorage.setItem('altavoz.details', odd)", odd)

    visitor.reload()

    expect(visitor.get_by_label(KEEP)).to_be_visible()
    expect(visitor.get_by_label("Full name")).to_have_value("")
    expect(visitor.locator("[name=country]")).to_have_value("US")


def test_where_the_browser_keeps_nothing_nothing_is_offered(
    open_page: OpenPage, faults: Faults
) -> None:
    visitor = open_page()
    visitor.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )

    visitor.goto(ALERT)

    expect(visitor.get_by_text(KEEP)).to_be_hidden()


def test_without_javascript_nothing_is_offered(open_page: OpenPage) -> None:
    visitor = open_page(java_script_enabled=False)

    visitor.goto(ALERT)

    expect(visitor.get_by_text(KEEP)).to_be_hidden()
