"""The browser of the tests is found, and what it may not do is noticed."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests import browser
from tests.postgres import ROOT
from tests.support.browser_fixtures import Faults, OpenPage


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.touch(mode=0o755)
    return str(path)


def test_the_named_browser_goes_before_the_systems(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bare_machine, "chromium")
    monkeypatch.setenv("CHROMIUM", program(bare_machine, "mine"))
    assert browser.ensure() == str(bare_machine / "mine")


def test_the_systems_browser_is_found(bare_machine: Path) -> None:
    program(bare_machine, "google-chrome")
    assert browser.ensure() == str(bare_machine / "google-chrome")


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize("named", ["", "/nowhere/chromium"])
def test_a_missing_browser_is_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("CHROMIUM", named)
    command = [sys.executable, "-m", "tests.browser"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert result.returncode == 1
    assert "sudo apt-get install chromium" in result.stderr
    assert named in result.stderr


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_request_to_another_machine_is_refused_and_noticed(
    open_page: OpenPage, faults: Faults
) -> None:
    page = open_page(bypass_csp=True)
    page.goto("/healthz")
    with pytest.raises(Error):
        page.evaluate("fetch('https://tracker.example/pixel')")
    assert faults.strangers == ["https://tracker.example/pixel"]
    faults.strangers.clear()
    faults.errors.clear()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_breach_of_the_content_policy_is_noticed(open_page: OpenPage, faults: Faults) -> None:
    page = open_page()
    page.goto("/en/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b style=\"color:red\">x</b>')")
    assert any("Content Security Policy" in error for error in faults.errors)
    faults.errors.clear()
