"""Public pages: no cookie, one answer for everybody, the right language, a constant cost."""

import re
from typing import Any

import polib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from alerts.demo import translate
from alerts.models import AlertIndexPage, AlertPage
from alerts.petitions.models import Petition
from home.models import BasePage, StandardPage

pytestmark = pytest.mark.django_db
SLUGS = [
    "",
    "alerts/",
    "alerts/bring-them-home/",
    "alerts/a-lawyer-for-every-child/",
    "alerts/cities-of-safety/",
    "about/",
    "privacy/",
]
LOCALES = ["en", "es", "ar"]
every_page = pytest.mark.parametrize(
    "path", [f"/{code}/{slug}" for code in LOCALES for slug in SLUGS]
)


@pytest.mark.smoke
@every_page
def test_a_public_page_can_be_cached_whole(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "public" in response["Cache-Control"]
    assert "csrfmiddlewaretoken" not in response.content.decode()


@every_page
def test_a_public_page_is_in_its_language_and_names_the_others(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    code, direction = path[1:3], "rtl" if path.startswith("/ar") else "ltr"

    assert f'<html lang="{code}" dir="{direction}">' in page
    offered = set(re.findall(r'<link rel="alternate" hreflang="([^"]+)"', page))
    assert offered == {*LOCALES, "x-default"}
    for name in ("English", "Español", "العربية"):
        assert name in page


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("code", ["es", "ar"])
def test_no_english_sentence_of_the_demo_is_left(client: Client, code: str, slug: str) -> None:
    page = client.get(f"/{code}/{slug}").content.decode()
    catalogue = polib.pofile(str(translate.TRANSLATIONS / f"{code}.po"))

    left = [e.msgid for e in catalogue if e.msgid != e.msgstr and f">{e.msgid}<" in page]

    assert left == []


@every_page
def test_a_public_page_loads_nothing_from_elsewhere(client: Client, path: str) -> None:
    page = client.get(path).content.decode()

    loaded = re.findall(r'<(?:script|img|link rel="stylesheet")[^>]*(?:src|href)="([^"]+)"', page)
    assert loaded
    assert all(address.startswith("/") for address in loaded)


def test_the_first_visit_is_led_by_the_browsers_language(client: Client) -> None:
    assert client.get("/", headers={"Accept-Language": "ar-EG,ar;q=0.9"}).url == "/ar/"
    assert client.get("/", headers={"Accept-Language": "es-MX"}).url == "/es/"
    assert client.get("/", headers={"Accept-Language": "tlh"}).url == "/en/"


def test_a_page_without_a_translation_is_not_found_and_offers_those_that_exist(
    client: Client,
) -> None:
    AlertPage.objects.get(slug="cities-of-safety", locale__language_code="ar").delete()

    response = client.get("/ar/alerts/cities-of-safety/")

    page = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="/es/alerts/cities-of-safety/"' in page
    assert 'href="/en/alerts/cities-of-safety/"' in page


@pytest.mark.parametrize("path", ["/en/nothing/", "/es/alerts/nothing/", "/ar/%00/"])
def test_what_does_not_exist_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_alerts_are_filtered_by_what_can_still_be_done(client: Client) -> None:
    Petition.objects.filter(name="Cities of safety").update(state="won")

    won = client.get("/es/alerts/?state=won").content.decode()
    still_open = client.get("/es/alerts/?state=open").content.decode()

    assert 'href="/es/alerts/cities-of-safety/"' in won
    assert 'href="/es/alerts/bring-them-home/"' not in won
    assert 'href="/es/alerts/cities-of-safety/"' not in still_open


def test_a_filter_that_does_not_exist_shows_everything(client: Client) -> None:
    page = client.get("/es/alerts/?state='--").content.decode()

    assert 'href="/es/alerts/bring-them-home/"' in page


def test_an_alert_costs_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    client.get("/es/alerts/a-lawyer-for-every-child/")

    with django_assert_max_num_queries(27):
        client.get("/es/alerts/a-lawyer-for-every-child/")


@pytest.mark.parametrize("path", ["/en/", "/en/alerts/"])
def test_lists_cost_the_same_however_many_alerts(
    client: Client, path: str, django_assert_max_num_queries: Any
) -> None:
    client.get(path)
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    cost = len(few)
    index = AlertIndexPage.objects.get(locale__language_code="en")
    picture = AlertPage.objects.get(slug="bring-them-home", locale=index.locale).hero_image
    for number in range(5):
        petition = Petition.objects.create(name=f"Ask {number}", state="open")
        body = [{"type": "petition", "value": {"petition": petition.pk}}]
        page = AlertPage(title=f"Ask {number}", body=body, hero_image=picture, locale=index.locale)
        index.add_child(instance=page)
    client.get(path)

    with django_assert_max_num_queries(cost):
        page = client.get(path).content.decode()

    assert "Ask 4" in page


def test_a_footnote_and_its_mark_point_to_each_other(client: Client) -> None:
    page = client.get("/es/alerts/cities-of-safety/").content.decode()

    (note,) = re.findall(r'href="#(note-[0-9a-f]+-1)"', page)
    (back,) = re.findall(r'href="#(note-[0-9a-f]+-back-1)"', page)
    assert f'id="{note}"' in page
    assert f'id="{back}"' in page


def test_every_form_links_the_privacy_page(client: Client) -> None:
    page = client.get("/ar/alerts/a-lawyer-for-every-child/").content.decode()

    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    assert len(forms) == 2
    assert all('href="/ar/privacy/"' in form for form in forms)


def test_every_page_type_is_a_page_of_ours() -> None:
    types = {type(page) for page in Page.objects.exclude(depth=1).specific()}

    assert all(issubclass(kind, BasePage) for kind in types)
    assert StandardPage in types
