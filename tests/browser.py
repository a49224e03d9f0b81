"""The Chromium of the browser tests: found, or installed where that is one command."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_ONE = """\
The browser tests need a Chromium, and none was found. One of these helps:
    CHROMIUM=/path/to/chromium make test
    sudo apt-get install chromium
    .venv/bin/python -m playwright install --with-deps chromium
"""


class MissingBrowserError(Exception):
    """There is no Chromium to drive; the message says what to do."""


def chromium() -> str:
    """The path of a Chromium: ``CHROMIUM``, else the system's, else Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            raise MissingBrowserError(
                f"CHROMIUM names {named}, which cannot be run.\n{HOW_TO_GET_ONE}"
            )
        return named
    return next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()


def playwrights_own() -> str:
    """The Chromium that Playwright downloaded, if it did."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        raise MissingBrowserError(HOW_TO_GET_ONE)
    return path


def may_install() -> bool:
    """Whether this is a Debian where we are root, as in most containers."""
    debian = Path("/etc/debian_version").exists() and shutil.which("apt-get")
    return bool(debian) and os.geteuid() == 0


def install() -> None:
    """Install Debian's Chromium."""
    sys.stdout.write("Installing Chromium for the browser tests …\n")
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "--quiet", *words], check=True)  # noqa: S603, S607 - our own words


def ensure() -> str:
    """A Chromium, installed if need be; raises ``MissingBrowserError``."""
    try:
        return chromium()
    except MissingBrowserError:
        if os.environ.get("CHROMIUM") or not may_install():
            raise
    install()
    return chromium()


if __name__ == "__main__":
    try:
        ensure()
    except (MissingBrowserError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
