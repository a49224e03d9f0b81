"""Whole-page caching keeps what is public, and never what belongs to one visitor."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client, RequestFactory

from altavoz.middleware import PageCacheMiddleware
from tests.site.urls import public

pytestmark = [pytest.mark.urls("tests.site.urls"), pytest.mark.smoke]


@pytest.fixture(autouse=True)
def caching(settings: LazySettings) -> Iterator[None]:
    settings.PAGE_CACHE_SECONDS = 10
    cache.clear()
    yield
    cache.clear()


def test_a_public_page_is_rendered_once(client: Client) -> None:
    first, second = client.get("/en/public"), client.get("/en/public")
    assert first["X-Altavoz-Cache"] == "miss"
    assert second["X-Altavoz-Cache"] == "hit"
    assert second.content == first.content
    assert second["Cache-Control"] == first["Cache-Control"]
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_head_is_answered_from_the_page_that_was_kept(client: Client) -> None:
    client.get("/en/public")
    assert client.head("/en/public")["X-Altavoz-Cache"] == "hit"


@pytest.mark.parametrize(
    "path", ["/en/setting-cookie", "/en/varying", "/en/private", "/en/gone", "/unprefixed"]
)
def test_what_is_not_the_same_for_everybody_is_rendered_each_time(
    client: Client, path: str
) -> None:
    assert client.get(path).content != Client().get(path).content


def test_the_admin_is_never_kept(client: Client) -> None:
    assert client.get("/admin/public").content != client.get("/admin/public").content


def test_a_post_is_neither_answered_from_the_cache_nor_kept(client: Client) -> None:
    posted = client.post("/en/public").content
    assert client.get("/en/public").content != posted
    assert client.post("/en/public").content != client.get("/en/public").content


def test_whoever_is_logged_in_sees_the_page_fresh(client: Client, settings: LazySettings) -> None:
    kept = client.get("/en/public").content
    client.cookies[settings.SESSION_COOKIE_NAME] = "an-editor"
    assert client.get("/en/public").content != kept


def test_each_host_scheme_and_query_has_its_own_page(
    client: Client, settings: LazySettings
) -> None:
    settings.ALLOWED_HOSTS = ["one.example.org", "two.example.org"]
    answers = [
        client.get("/en/public", headers={"host": "one.example.org"}),
        client.get("/en/public", headers={"host": "two.example.org"}),
        client.get("/en/public", headers={"host": "one.example.org"}, secure=True),
        client.get("/en/public?page=2", headers={"host": "one.example.org"}),
    ]
    assert len({answer.content for answer in answers}) == 4


def test_tracking_parameters_make_no_page_of_their_own_and_reach_no_page(client: Client) -> None:
    first = client.get("/en/public?page=2&fbclid=me&utm_source=friend")
    second = client.get("/en/public?page=2&fbclid=you")
    assert second.content == first.content
    assert first.content.endswith(b" page=2")


def test_a_host_that_is_not_ours_is_refused_before_the_cache_is_asked(client: Client) -> None:
    assert client.get("/en/public", headers={"host": "evil.example"}).status_code == 400


def test_zero_seconds_switch_the_cache_off(client: Client, settings: LazySettings) -> None:
    settings.PAGE_CACHE_SECONDS = 0
    assert client.get("/en/public").content != client.get("/en/public").content


def test_an_editors_preview_is_rendered_fresh_and_never_kept(rf: RequestFactory) -> None:
    serve = PageCacheMiddleware(public)
    live = serve(rf.get("/en/public")).content
    preview = rf.get("/en/public")
    preview.is_dummy = True  # type: ignore[attr-defined] # as Wagtail marks its previews
    assert serve(preview).content != live
    assert serve(rf.get("/en/public")).content == live
