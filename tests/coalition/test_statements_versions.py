"""Every version of a statement can be read for ever, at an address of its own."""

import re
from typing import Any

import pytest
from django.test import Client

from coalition.models import StatementPage
from tests.factories.alerts import publish, translated
from tests.factories.coalition import StatementFactory, add_statement_page, coalition_page
from tests.support.pages import read

pytestmark = pytest.mark.django_db
HOME = "/en/coalition/families/"


@pytest.fixture
def page() -> StatementPage:
    """A statement in two versions in English."""
    made = add_statement_page(StatementFactory(), words="<p>Keep <b>us</b> together.</p>")
    publish(made)
    made.words = "<p>Keep all of us together.</p>"
    publish(made)
    return made


def in_spanish(page: StatementPage) -> StatementPage:
    coalition = coalition_page("es")
    publish(coalition)
    spanish: Any = translated(page)
    publish(spanish)
    return StatementPage.objects.get(pk=spanish.pk)


def test_an_old_version_keeps_its_words_and_leads_to_those_of_now(
    client: Client, page: StatementPage
) -> None:
    shown = read(client, f"{HOME}versions/1/")

    assert "<p>Keep <b>us</b> together.</p>" in shown
    assert "all of us" not in shown
    assert "This is an earlier version." in shown
    assert f'<a href="{HOME}">Read the statement as it is now</a>' in shown


def test_the_newest_version_says_nothing_of_a_newer_one(
    client: Client, page: StatementPage
) -> None:
    shown = read(client, f"{HOME}versions/2/")

    assert "Keep all of us together." in shown
    assert "earlier version" not in shown


def test_single_versions_are_kept_out_of_search_engines(
    client: Client, page: StatementPage
) -> None:
    noindex = '<meta name="robots" content="noindex">'

    assert noindex in read(client, f"{HOME}versions/2/")
    assert noindex not in read(client, f"{HOME}versions/")
    assert noindex not in read(client, HOME)


def test_the_list_names_every_version_in_every_language(
    client: Client, page: StatementPage
) -> None:
    in_spanish(page)

    shown = read(client, f"{HOME}versions/")

    links = re.findall(r'<th scope="row"><a href="([^"]+)"', shown)
    assert links == [
        f"{HOME}versions/2/",
        f"{HOME}versions/1/",
        "/es/coalition/families/versions/1/",
    ]
    assert shown.count("Now in force") == 2


def test_who_may_read_a_restricted_page_finds_its_versions(
    admin: Client, page: StatementPage
) -> None:
    in_spanish(page)
    page.view_restrictions.create(restriction_type="login")

    shown = read(admin, f"{HOME}versions/")

    assert f'<a href="{HOME}versions/1/"' in shown


def test_the_page_leads_to_its_versions(client: Client, page: StatementPage) -> None:
    shown = read(client, HOME)

    assert f'<a href="{HOME}versions/">All versions</a>' in shown
    assert "Version 2, published" in shown


def test_each_language_has_its_own_numbers(client: Client, page: StatementPage) -> None:
    in_spanish(page)

    assert "es: Keep all of us together." in read(client, "/es/coalition/families/versions/1/")
    assert client.get("/es/coalition/families/versions/2/").status_code == 404


def test_the_list_offers_itself_in_the_other_languages(client: Client, page: StatementPage) -> None:
    in_spanish(page)

    for code in ("en", "es"):
        shown = read(client, f"/{code}/coalition/families/versions/")
        alternates = re.findall(r'hreflang="(\w\w)" href="http://[^/]+([^"]+)"', shown)
        assert ("en", f"{HOME}versions/") in alternates
        assert ("es", "/es/coalition/families/versions/") in alternates


def test_a_version_leads_to_the_list_of_the_other_language(
    client: Client, page: StatementPage
) -> None:
    in_spanish(page)

    shown = read(client, f"{HOME}versions/2/")

    assert '<a href="/es/coalition/families/versions/" hreflang="es">' in shown


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "-1", "one", "1/more"])
def test_a_version_that_never_was_is_not_found(
    client: Client, page: StatementPage, number: str
) -> None:
    assert client.get(f"{HOME}versions/{number}/").status_code == 404


def test_a_page_that_was_taken_down_takes_its_versions_along(
    client: Client, page: StatementPage
) -> None:
    StatementPage.objects.get(pk=page.pk).unpublish()

    for address in (HOME, f"{HOME}versions/", f"{HOME}versions/1/"):
        assert client.get(address).status_code == 404


def test_a_draft_translation_has_no_versions(client: Client, page: StatementPage) -> None:
    publish(coalition_page("es"))
    translated(page)

    assert client.get("/es/coalition/families/versions/").status_code == 404
    assert "/es/" not in read(client, f"{HOME}versions/").split("<table")[1].split("</table>")[0]


def test_versions_are_the_same_for_every_reader(client: Client, page: StatementPage) -> None:
    for address in (f"{HOME}versions/", f"{HOME}versions/1/"):
        answer = client.get(address)
        assert not answer.cookies
        assert "public" in answer["Cache-Control"]
        assert "Cookie" not in answer.get("Vary", "")


def test_a_version_shows_what_else_was_published_with_it(
    client: Client, page: StatementPage
) -> None:
    shown = read(client, f"{HOME}versions/1/")

    assert "River Neighbours may write to us." in shown
    assert "We will show your name to Congress." in shown
