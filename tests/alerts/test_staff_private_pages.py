"""A page that staff keep private is named nowhere in public."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from alerts.acts.around import page_of
from alerts.models import AlertPage
from alerts.petitions.models import Petition
from home.models import SiteSettings, StandardPage

pytestmark = pytest.mark.django_db
LINK = 'href="/{code}/alerts/cities-of-safety/"'


def keep_private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def alert(code: str) -> AlertPage:
    found: AlertPage = AlertPage.objects.get(slug="cities-of-safety", locale__language_code=code)
    return found


@pytest.mark.parametrize("path", ["/en/", "/en/alerts/"])
def test_lists_leave_a_private_alert_out(client: Client, path: str) -> None:
    assert LINK.format(code="en") in client.get(path).content.decode()

    keep_private(alert("en"))

    assert LINK.format(code="en") not in client.get(path).content.decode()


def test_a_private_list_has_no_cards_on_the_front_page(client: Client) -> None:
    keep_private(alert("en").get_parent())

    page = client.get("/en/").content.decode()

    assert "/en/alerts/" not in page


def test_other_languages_do_not_point_to_a_private_translation(client: Client) -> None:
    keep_private(alert("es"))

    page = client.get("/en/alerts/cities-of-safety/").content.decode()

    assert "/ar/alerts/cities-of-safety/" in page
    assert "/es/alerts/cities-of-safety/" not in page


def test_the_footer_does_not_point_to_a_private_page(client: Client) -> None:
    assert 'href="/en/privacy/"' in client.get("/en/").content.decode()

    keep_private(StandardPage.objects.get(slug="privacy", locale__language_code="en"))

    assert SiteSettings.objects.get().privacy_page.live
    assert 'href="/en/privacy/"' not in client.get("/en/").content.decode()


def test_a_page_that_is_not_found_offers_no_private_tree(client: Client) -> None:
    StandardPage.objects.get(slug="about", locale__language_code="en").unpublish()
    assert "/es/about/" in client.get("/en/about/").content.decode()

    keep_private(Page.objects.get(depth=2, locale__language_code="es"))

    assert "/es/about/" not in client.get("/en/about/").content.decode()


def test_an_error_in_a_form_does_not_show_a_private_page() -> None:
    page = alert("en")
    action = Petition.objects.get(home=page.translation_key)
    assert page_of(action, "en") == page

    keep_private(page)

    assert page_of(action, "en") is None


def test_what_staff_see_of_a_private_page_is_kept_by_no_cache(client: Client) -> None:
    keep_private(alert("en"))
    client.force_login(User.objects.create_superuser("admin"))

    response = client.get("/en/alerts/cities-of-safety/")

    assert response.status_code == 200
    assert "public" not in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]
