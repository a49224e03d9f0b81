"""``make run``: a site to try in one command, that keeps what was done in it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client

from alerts.officials.models import Official
from altavoz.trial.editor import ensure_editor
from altavoz.trial.officials import ensure_officials
from altavoz.trial.processes import Pair
from tests.factories.officials import OfficialFactory, ZipDistrictFactory
from tests.postgres import ROOT

STARTUP_SECONDS = 90
WISHES = ("ALTAVOZ_ADMIN_PASSWORD", "OFFICIALS_DATA", "DISTRICTS_DATA")


@pytest.fixture
def no_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody named a password or a source of data."""
    for name in WISHES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.django_db
@pytest.mark.usefixtures("no_wish")
class TestEditor:
    def test_a_generated_password_is_told_once_and_opens_the_admin(self, client: Client) -> None:
        told = ensure_editor()
        found = re.search(r"password (\S+)$", told)
        assert found
        assert client.login(username="editor", password=found[1])
        assert found[1] not in ensure_editor()
        assert client.login(username="editor", password=found[1])

    def test_two_sites_have_different_passwords(self) -> None:
        first = ensure_editor()
        get_user_model()._default_manager.filter(username="editor").delete()
        assert ensure_editor() != first

    def test_a_chosen_password_is_set_even_later_and_never_repeated(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ensure_editor()
        monkeypatch.setenv("ALTAVOZ_ADMIN_PASSWORD", "chosen by the operator")
        assert "chosen by the operator" not in ensure_editor()
        assert client.login(username="editor", password="chosen by the operator")


@pytest.mark.django_db
@pytest.mark.usefixtures("no_wish")
class TestOfficials:
    @pytest.fixture
    def calls(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
        """Which commands are called; those that would ask the web are refused."""
        made: list[tuple[object, ...]] = []

        def call(*words: object, **options: object) -> None:
            made.append(words)
            if "timeout" in options:
                raise CommandError("That address cannot be reached.")
            call_command(*words, **options)

        monkeypatch.setattr("altavoz.trial.officials.call_command", call)
        return made

    def test_without_the_web_a_sample_is_loaded_and_said_to_be_one(
        self, calls: list[tuple[object, ...]]
    ) -> None:
        said: list[str] = []
        ensure_officials(said.append)
        assert calls == [("import_officials",), ("import_districts",), ("load_sample_officials",)]
        assert "fictional" in " ".join(said)
        assert "manage.py import_officials" in " ".join(said)
        assert Official.objects.filter(is_sample=True).exists()

    @pytest.mark.parametrize("arriving", ["import_officials", "import_districts"])
    def test_what_came_is_kept_and_what_is_missing_is_named(
        self, monkeypatch: pytest.MonkeyPatch, arriving: str
    ) -> None:
        def call(command: str, **_options: object) -> None:
            if command != arriving:
                raise CommandError("That address did not answer in time.")
            if command == "import_officials":
                OfficialFactory()
            else:
                ZipDistrictFactory()

        monkeypatch.setattr("altavoz.trial.officials.call_command", call)
        said: list[str] = []
        ensure_officials(said.append)

        missing = {"import_officials", "import_districts"} - {arriving}
        assert f"manage.py {missing.pop()}\n" in said[-1]
        assert f"manage.py {arriving}\n" not in said[-1]
        assert any("are missing: until they are imported" in line for line in said)
        assert not Official.objects.filter(is_sample=True).exists()

    def test_when_all_came_nothing_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("altavoz.trial.officials.call_command", lambda *_a, **_o: None)
        said: list[str] = []
        ensure_officials(said.append)
        assert len(said) == 1

    def test_data_that_are_there_are_left_alone(self, calls: list[tuple[object, ...]]) -> None:
        ensure_officials(str)
        calls.clear()
        ensure_officials(str)
        assert calls == []

    def test_a_named_source_is_taken_and_the_web_not_asked_for_it(
        self, calls: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("OFFICIALS_DATA", str(tmp_path / "nowhere.json"))
        with pytest.raises(CommandError, match=r"nowhere\.json"):
            ensure_officials(str)
        assert calls == [("import_officials", str(tmp_path / "nowhere.json"))]


def test_one_process_that_ends_brings_the_other_down_and_is_named() -> None:
    long = [sys.executable, "-c", "import time; time.sleep(60)"]
    short = [sys.executable, "-c", "raise SystemExit(3)"]
    said: list[str] = []
    handlers = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}
    pair = Pair({"web server": long, "worker": short}, said.append)
    try:
        assert pair.serve() == 1
    finally:
        for name, handler in handlers.items():
            signal.signal(name, handler)
    assert said == ["The worker ended by itself (code 3).\n"]
    assert pair.running["web server"].poll() is not None


def free_port() -> int:
    """A port nobody uses at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A trial of its own beside the developer's, with data from nowhere."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "altavoz.settings.dev",
        "ALTAVOZ_VAR": str(tmp_path / "var with a space"),
        "ALTAVOZ_ADMIN_PASSWORD": "a password for this test",
        "PORT": str(free_port()),
        # The trial asks the web for officials; here nobody is to be asked.
        "https_proxy": "http://127.0.0.1:1",
        "OFFICIALS_DATA": "",
        "DISTRICTS_DATA": "",
    }


@pytest.fixture
def trial(environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """``manage.py trial``, running."""
    process = start(environment)
    yield process
    process.terminate()
    process.communicate(timeout=30)


def start(environment: dict[str, str]) -> "subprocess.Popen[str]":
    """Start a trial."""
    command = [sys.executable, "manage.py", "trial"]
    return subprocess.Popen(  # noqa: S603 - our own words
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def status(port: str, path: str) -> int:
    """The status of an answer; 0 while there is none."""
    connection = HTTPConnection("127.0.0.1", int(port), timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def wait_until_served(port: str, process: "subprocess.Popen[str]") -> None:
    """Wait for the site's first answer."""
    end = time.monotonic() + STARTUP_SECONDS
    while status(port, "/healthz") != 200:
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < end, "the trial did not start in time"
        time.sleep(0.3)


def test_the_trial_serves_its_site_refuses_a_second_one_and_stops_when_told(
    trial: "subprocess.Popen[str]", environment: dict[str, str]
) -> None:
    port = environment["PORT"]
    wait_until_served(port, trial)
    for path in ("/en/", "/es/", "/ar/", "/admin/login/", "/static/css/base.css"):
        assert status(port, path) == 200, path

    second = start(environment)
    said, _ = second.communicate(timeout=30)
    assert second.returncode == 1
    assert f"Port {port} of this machine is in use" in said
    assert "Traceback" not in said

    trial.send_signal(signal.SIGINT)
    said, _ = trial.communicate(timeout=30)
    assert trial.returncode == 0
    assert f"http://127.0.0.1:{port}/admin/" in said
    assert "Traceback" not in said
    assert "a password for this test" not in said
    assert status(port, "/healthz") == 0
