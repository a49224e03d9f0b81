"""Joining on a phone, with and without JavaScript, by hand and by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from coalition.models import Contact, Endorser
from coalition.tokens import entry_token
from tests.support.access import check
from tests.support.browser_fixtures import OpenPage
from tests.support.joining import joinable_statement
from tests.support.mailbox import link_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture(autouse=True)
def statement() -> None:
    """The page that is joined."""
    joinable_statement()


def fill(page: Page) -> None:
    """An organization in two places."""
    page.locator("[name=name]").fill("Casa Lakeside")
    page.locator("[name=scope][value=state]").check()
    page.locator(".join__places summary").click()
    page.locator("[name=places][value=IL]").check()
    page.locator("[name=places][value=DC]").check()
    page.locator("[name=kind]").select_option("legal")
    page.locator("[name=website]").fill("casa-lakeside.org")
    page.locator("[name=contact_name]").fill("Rosa Díaz")
    page.locator("[name=email]").fill("rosa@casa-lakeside.org")
    page.locator("[name=may_sign]").check()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_joining_confirming_and_withdrawing_on_a_phone(
    open_page: OpenPage, work: Callable[[], None], scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts, **PHONE)
    page.goto("/en/coalition/families/")
    fill(page)
    page.get_by_role("button", name="Add this name").click()
    page.wait_for_url("**/act/joined/**")
    work()

    page.goto(link_in(mail.outbox[-1].body))
    page.get_by_role("button", name="Confirm my entry").click()
    page.wait_for_url("**/act/joined/**")
    joined = Endorser.objects.get(origin="joined")
    assert joined.status == "confirmed"
    assert [place.code for place in joined.places.all()] == ["DC", "IL"]

    page.goto(f"/en/act/entry/{entry_token(Contact.objects.get(endorser=joined))}/")
    page.get_by_role("button", name="Withdraw this entry").click()
    page.get_by_role("button", name="Yes, withdraw it").click()
    expect(page.get_by_text("This entry is withdrawn")).to_be_visible()
    joined.refresh_from_db()
    assert joined.status == "withdrawn"


@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_every_step_is_accessible_on_a_phone(
    open_page: OpenPage, work: Callable[[], None], code: str
) -> None:
    page = open_page(**PHONE)
    page.goto(f"/{code}/coalition/families/")
    check(page)
    page.locator("form button[type=submit]").first.click()
    page.locator(".problems").wait_for()
    check(page)
    page.goto(f"/{code}/coalition/families/")
    fill(page)
    check(page)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/act/joined/**")
    check(page)
    work()
    page.goto(link_in(mail.outbox[-1].body))
    check(page)
    page.locator("main form button").click()
    page.wait_for_url("**/act/joined/**")
    check(page)
    page.goto(f"/{code}/act/entry-link/")
    check(page)
    page.goto(f"/{code}/act/entry/{entry_token(Contact.objects.get())}/")
    check(page)
    page.locator("main form button").last.click()
    check(page)


def test_what_does_not_apply_is_out_of_the_way_without_scripts(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, **PHONE)
    page.goto("/en/coalition/families/")
    field = page.locator("[name=affiliation]")
    expect(field).to_be_hidden()
    expect(page.locator("[name=nation]")).to_be_hidden()
    expect(page.locator("[name=contact_name]")).to_be_visible()

    page.locator("[name=who][value=person]").check()
    expect(field).to_be_visible()
    expect(page.locator("[name=contact_name]")).to_be_hidden()
    expect(page.locator("[name=may_sign]")).to_be_hidden()

    page.locator("[name=scope][value=national]").check()
    expect(page.locator("#join_places")).to_be_hidden()
    expect(page.locator(".join__places summary")).to_be_hidden()


def test_the_tribal_nation_is_asked_for_once_it_is_ticked(open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    page.goto("/en/coalition/families/")
    page.locator(".join__places summary").click()
    page.locator("[name=places][value=tribal]").check()

    expect(page.locator("[name=nation]")).to_be_visible()


def test_places_are_ticked_by_keyboard_alone(page: Page) -> None:
    page.goto("/en/coalition/families/")
    page.locator(".join__places summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(page.get_by_label("Alabama")).to_be_checked()


def test_an_error_leads_into_the_folded_boxes(page: Page) -> None:
    page.goto("/en/coalition/families/")
    page.get_by_role("button", name="Add this name").click()
    page.locator("[data-problems]:focus").wait_for()
    page.get_by_role("link", name="Please choose the place").click()

    expect(page.get_by_label("Alabama")).to_be_focused()
