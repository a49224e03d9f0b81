"""The list in a real browser: instant search, jumps by keyboard, nothing for axe to find."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.factories.coalition import (
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
    forget_demo_coalition,
)
from tests.factories.officials import HouseSeatFactory, OfficialFactory, SenateSeatFactory
from tests.support.access import check
from tests.support.browser_fixtures import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = "/en/coalition/"
CODES = ("AL", "CA", "GA", "IL", "MA", "NY", "OH", "TX", "VA", "WY")


@pytest.fixture(autouse=True)
def coalition() -> None:
    """Pages in two languages, and endorsers of every sort."""
    forget_demo_coalition()
    statement = StatementFactory(state="open", name="Families", organisation=None)
    coalition_page(statement=statement)
    add_statement_page(statement, live=True)
    coalition_page("ar", statement=statement)
    EndorserFactory(name="Unidad en Acción", kind="faith", places=["GA", "IL"])
    EndorserFactory(name="L.U.N.A.", city="Athens", places=["GA"], languages=["ar"])
    EndorserFactory(name="Everywhere United", national=True)
    EndorserFactory(person=True, name="Ana Ruiz", places=["NY"])
    for code in CODES:
        EndorserFactory.create_batch(6, places=[code])


def shown(page: Page) -> set[str]:
    """The names that can be seen in the list."""
    names = page.locator(".endorsers li > bdi:first-child:visible, .endorsers li > a:visible > bdi")
    return set(names.all_inner_texts())


def search(page: Page) -> None:
    """Send the form, and wait for the page that answers it."""
    with page.expect_navigation():
        page.get_by_role("button", name="Search").click()


def test_typing_filters_at_once_and_tells_how_many(page: Page) -> None:
    page.goto(LIST)
    page.get_by_label("Name or city").fill("accion")

    expect(page.get_by_role("status")).to_have_text("Shown: 1 of 64")
    assert shown(page) == {"Unidad en Acción"}
    assert page.locator(".endorsers h3:visible").all_inner_texts() == ["Georgia", "Illinois"]
    assert page.locator(".endorsers__jumps li:visible").all_inner_texts() == ["G-I"]
    expect(page).to_have_url(re.compile(r"/en/coalition/\?q=accion$"))


def test_choosing_narrows_and_widens_again(page: Page) -> None:
    page.goto(LIST)
    page.get_by_label("State", exact=True).select_option("GA")
    page.get_by_label("Works in").select_option("ar")
    assert shown(page) == {"L.U.N.A."}
    expect(page).to_have_url(re.compile(r"[?]state=GA&language=ar$"))

    page.get_by_label("State", exact=True).select_option("")
    page.get_by_label("Works in").select_option("")

    assert page.locator(".endorsers li[data-kind]:visible").count() == 65
    expect(page).to_have_url(re.compile(r"/en/coalition/$"))
    expect(page.get_by_role("status")).to_have_text("")


def test_nobody_found_is_said_with_the_way_back(page: Page) -> None:
    page.goto(LIST)
    page.get_by_label("Name or city").fill("nobody at all")
    expect(page.get_by_text("Nobody in the list matches.")).to_be_visible()

    page.get_by_role("link", name="Show the whole list").click()

    expect(page.locator(".endorsers li[data-kind]:visible")).to_have_count(65)
    expect(page.get_by_label("Name or city")).to_have_value("")
    expect(page).to_have_url(re.compile(r"/en/coalition/$"))


FAST = """input => {
  input.value = "nobody at all";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  queueMicrotask(() => document.querySelector("[data-none] [data-whole]").click());
}"""


def test_the_way_back_works_before_the_address_has_followed_the_typing(page: Page) -> None:
    page.goto(LIST)

    page.get_by_label("Name or city").evaluate(FAST)

    expect(page.get_by_label("Name or city")).to_be_focused()
    expect(page.locator(".endorsers li[data-kind]:visible")).to_have_count(65)


def test_a_list_that_came_filtered_can_be_widened(page: Page) -> None:
    page.goto(f"{LIST}?q=luna")
    assert page.locator(".endorsers li[data-kind]").count() == 1

    page.get_by_label("Name or city").fill("")

    expect(page.locator(".endorsers li[data-kind]:visible")).to_have_count(65)
    page.get_by_label("Name or city").fill("everywhere")
    expect(page.locator(".endorsers li[data-kind]:visible")).to_have_count(1)


TYPED = """input => {
  for (const text of ["e", "ev", "eve", "ever"]) {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""


def test_however_fast_one_types_the_whole_list_is_fetched_once(page: Page) -> None:
    page.goto(f"{LIST}?q=luna")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))

    page.get_by_label("Name or city").evaluate(TYPED)

    expect(page.get_by_role("status")).to_have_text("Shown: 1 of 64")
    assert shown(page) == {"Everywhere United"}
    assert len([url for url in fetched if url.endswith(LIST)]) == 1


def test_the_number_found_is_told_once_one_pauses(page: Page) -> None:
    page.goto(LIST)
    page.evaluate("window.told = []")
    line = page.get_by_role("status")
    line.evaluate(
        "line => new MutationObserver(() => told.push(line.textContent))"
        ".observe(line, { childList: true, characterData: true, subtree: true })"
    )
    page.evaluate(
        "() => { const set = history.replaceState.bind(history);"
        " history.replaceState = (...all) => { told.push(String(all[2])); set(...all); } }"
    )

    page.get_by_label("Name or city").evaluate(TYPED)

    expect(line).to_have_text("Shown: 1 of 64")
    expect(page).to_have_url(re.compile(r"q=ever$"))
    assert sorted(page.evaluate("told.map(text => text.replace(/^.*[?]/, ''))")) == [
        "Shown: 1 of 64",
        "q=ever",
    ]


def test_the_enter_key_does_not_leave_the_page(page: Page) -> None:
    page.goto(LIST)
    page.get_by_label("Name or city").fill("luna")
    page.keyboard.press("Enter")
    page.get_by_label("Name or city").fill("everywhere")
    page.keyboard.press("Enter")

    assert shown(page) == {"Everywhere United"}
    assert page.locator("[aria-disabled]").count() == 0


def test_the_browser_and_the_server_find_the_same(open_page: OpenPage) -> None:
    EndorserFactory(name="Große Straße", places=["OH"])
    EndorserFactory(name="Οδυσσεύς", places=["OH"])
    quick, plain = open_page(), open_page(java_script_enabled=False)
    latin = ("ACCIÓN", "l u n a", "athens", "professor", "identification", "river 1", "é")
    for words in (*latin, "strasse", "GROSSE STRAẞE", "ΟΔΥΣΣΕΥΣ", "οδυσσευσ"):
        quick.goto(LIST)
        quick.get_by_label("Name or city").fill(words)
        plain.goto(LIST)
        plain.get_by_label("Name or city").fill(words)
        search(plain)
        assert shown(quick) == shown(plain), words


def test_the_form_works_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(LIST)
    page.get_by_label("State", exact=True).select_option("GA")
    search(page)

    assert page.url.endswith("state=GA&kind=&language=#endorsers")
    assert "Shown: 8 of 64" in page.get_by_role("status").inner_text()


def test_a_jump_leads_to_its_heading_below_the_bar(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page.goto(LIST)
    page.locator(".endorsers__jumps").get_by_role("link", name="T", exact=True).press("Enter")

    heading = page.get_by_role("heading", name="T", exact=True)
    expect(heading).to_be_in_viewport()
    assert top(page, "#endorsers-T") >= bottom_of_bar(page)


def test_what_has_the_focus_is_never_under_the_bar(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    page.goto(LIST)
    page.locator("#endorsers li a").last.focus()
    for _step in range(40):
        page.keyboard.press("Shift+Tab")
        within = "document.activeElement.closest('.endorsers__group') !== null"
        if page.evaluate(within):
            assert page.evaluate(f"({RECT})(document.activeElement).top") >= bottom_of_bar(page) - 1


RECT = "element => element.getBoundingClientRect()"


def top(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate(f"({RECT})").get("top"))


def bottom_of_bar(page: Page) -> float:
    bar = page.locator(".endorsers__jumps").bounding_box()
    assert bar
    return bar["y"] + bar["height"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_coalitions_pages_are_accessible(open_page: OpenPage, code: str, width: int) -> None:
    OfficialFactory(name="Ada Lake", office=SenateSeatFactory(state="IL"))
    HouseSeatFactory(state="IL", district=9)
    scheme = "dark" if width == 320 else "light"
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in ("", "?q=nobody", "?state=GA", "states/", "states/il/", "states/wy/"):
        page.goto(f"/{code}/coalition/{path}")
        check(page)


def test_headings_step_down_one_by_one(page: Page) -> None:
    page.goto(LIST)
    levels = [
        int(re.sub(r"\D", "", name))
        for name in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => h.tagName)")
    ]

    assert all(after - before <= 1 for before, after in pairwise(levels))
