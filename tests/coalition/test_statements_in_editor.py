"""The editor of statement pages in a real browser."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.factories.coalition import coalition_page
from tests.journey.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_new_statement_page_shows_every_field_of_its_blocks(page: Page) -> None:
    User.objects.create_superuser("admin", password="a long one for the desk")
    Desk(page).log_in("admin", "a long one for the desk")

    page.goto(f"/admin/pages/add/coalition/statementpage/{coalition_page().pk}/")

    expect(page.locator("[name=body-0-value-heading]")).to_have_value("Add your name")
    join = page.locator("[data-streamfield-child]").first
    expect(join.locator("[contenteditable=true]")).to_be_visible()
    expect(page.locator("[name=body-1-value-state]")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("failed to render")
    expect(page.get_by_text("Words of the statement", exact=True).first).to_be_visible()
