"""Every page and every step, in every language: axe finds nothing, nothing scrolls sideways."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.access import check
from tests.support.browser_fixtures import OpenPage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("officials"),
]
PATHS = [
    "",
    "alerts/",
    "alerts/?state=open",
    "alerts/bring-them-home/",
    "alerts/a-lawyer-for-every-child/",
    "alerts/cities-of-safety/",
    "coalition/",
    "coalition/?q=river",
    "coalition/states/",
    "coalition/states/ga/",
    "coalition/states/wy/",
    "coalition/states/tribal/",
    "coalition/keep-the-promise/",
    "coalition/keep-the-promise/versions/",
    "coalition/keep-the-promise/versions/1/",
    "act/entry-link/",
    "about/",
    "privacy/",
    "not-here/",
    "act/confirm/broken/",
]
VIEWS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
}


def sign_badly(page: Page, code: str) -> None:
    page.goto(f"/{code}/alerts/cities-of-safety/")
    page.locator("form button[type=submit]").first.click()
    page.locator(".problems").wait_for()


def sign(page: Page, code: str) -> None:
    page.goto(f"/{code}/alerts/cities-of-safety/")
    page.locator("[name=name]").fill("Ana Ruiz")
    page.locator("[name=email]").fill("ana@example.org")
    page.locator("[name=zip]").fill("60062")
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/signed/**")


def find(page: Page, code: str) -> None:
    page.goto(f"/{code}/alerts/bring-them-home/")
    page.locator("[name=zip]").fill("60062")
    page.locator("main form button[type=submit]").first.click()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_pages_and_steps_are_accessible(open_page: OpenPage, code: str, view: str) -> None:
    page = open_page(**VIEWS[view])
    for path in PATHS:
        page.goto(f"/{code}/{path}")
        check(page)
    sign_badly(page, code)
    check(page)
    sign(page, code)
    check(page)
    find(page, code)
    check(page)
    page.locator("[value='IL-9']").check()
    page.locator("main form button[type=submit]").click()
    check(page)
    page.locator("main form button[type=submit]").click()
    page.locator(".problems").wait_for()
    check(page)
    page.locator("[name=name]").fill("Ana Ruiz")
    page.locator("[name=email]").fill("ana@example.org")
    page.locator("main form button[type=submit]").click()
    page.locator("#copy-body").wait_for()
    check(page)
    page.locator("button[value=skipped]").click()
    page.wait_for_url("**/sent/**")
    check(page)


def test_the_check_can_fail(open_page: OpenPage) -> None:
    page = open_page(bypass_csp=True)
    page.goto("/en/")
    page.evaluate("document.querySelector('main').innerHTML = '<h1>x</h1><img src=/x><input>'")

    with pytest.raises(AssertionError):
        check(page)


def test_a_visitor_signs_by_keyboard_alone(page: Page) -> None:
    page.goto("/en/alerts/cities-of-safety/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    for text in ("Ana Ruiz", "ana@example.org", "60062"):
        while page.evaluate("document.activeElement.tagName") != "INPUT" or page.evaluate(
            "document.activeElement.value"
        ):
            page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")

    page.wait_for_url("**/signed/**")


def test_errors_are_announced_and_lead_to_their_fields(page: Page) -> None:
    sign_badly(page, "en")

    page.locator("[data-problems]:focus").wait_for()
    page.locator(".problems a").first.click()
    assert page.evaluate("document.activeElement.name") == "name"


def test_nothing_of_a_person_is_ever_in_an_address(page: Page) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    sign(page, "en")
    find(page, "en")

    assert len(seen) > 10
    assert not [url for url in seen if "ana" in url.lower() or "60062" in url]
