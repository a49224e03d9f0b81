"""Fixtures that drive a real Chromium against the running site, and let nothing else be asked."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from tests.browser import ensure

# Playwright keeps an event loop in the test's thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
HERE = {"127.0.0.1", "localhost"}
# A page that answers 404 or 422 on purpose is an error to the console, but not to us.
EXPECTED = "Failed to load resource"

OpenPage = Callable[..., Page]


@dataclass
class Faults:
    """What a test's pages did wrong; a test that means it clears the list."""

    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Refuse and note requests to other machines, and note what the console complains of."""
        context.route("**/*", self.let_pass_or_refuse)
        context.on("console", self.note_console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def let_pass_or_refuse(self, route: Route) -> None:
        """Let only requests to this machine out."""
        url = urlsplit(route.request.url)
        if url.hostname in HERE or url.scheme in {"data", "blob"}:
            route.continue_()
        else:
            self.strangers.append(route.request.url)
            route.abort()

    def note_console(self, message: ConsoleMessage) -> None:
        """Keep errors, among them violations of the Content Security Policy."""
        if message.type == "error" and EXPECTED not in message.text:
            self.errors.append(message.text)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of this process."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=ensure(), args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def faults() -> Iterator[Faults]:
    """What went wrong in the test's pages, which must be nothing."""
    found = Faults()
    yield found
    assert found.strangers == [], "a page asked another machine"
    assert found.errors == [], "the browser's console shows errors"


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, faults: Faults) -> Iterator[OpenPage]:
    """Opens fresh pages, with options of Playwright's contexts: ``java_script_enabled=False`` …"""
    contexts: list[BrowserContext] = []

    def open_one(**options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **{"locale": "en-US", **options})
        context.set_default_timeout(15_000)
        faults.watch(context)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A visitor's page: nothing in it yet, JavaScript on, English."""
    return open_page()
