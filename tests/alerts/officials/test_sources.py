"""Files and web addresses that are not what they should be."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alerts.officials.importers.problems import SourceError
from alerts.officials.importers.source import read_source
from alerts.officials.models import ZipDistrict

TABLE = b"zip,state,district\n60062,IL,9\n"


class PublicSite(BaseHTTPRequestHandler):
    """Answers like public sites on their better and worse days."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/zip_cd117.csv?v=2")
            self.end_headers()
        elif self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(404, "Not Found")
        elif self.path == "/cut":
            self.answer(TABLE, length=1000)
        elif self.path == "/slow":
            self.drip()
        else:
            self.answer(gzip.compress(TABLE, mtime=0))

    def answer(self, body: bytes, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _second in range(20):
            self.wfile.write(b"z")
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *_args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), PublicSite)
    server.handle_error = lambda *_args: None  # type: ignore[method-assign]  # clients hang up
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.django_db
def test_a_web_address_is_followed_unpacked_and_remembered(site: str) -> None:
    told = StringIO()
    call_command("import_districts", f"{site}/zip_cd117.csv?v=2", stdout=told)
    assert ZipDistrict.objects.get().congress == 117
    assert told.getvalue().startswith(f"{site}/zip_cd117.csv?v=2: 1 ZIP codes")


def test_a_redirect_is_followed(site: str) -> None:
    assert read_source(f"{site}/moved", timeout=5).text.encode() == TABLE


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answered 404 Not Found"),
        ("/cut", "cannot be read|broke off"),
        ("/slow", "did not answer in full within 0.5 seconds"),
        ("/elsewhere", "answered 302|cannot be reached"),
    ],
)
def test_a_web_address_on_a_bad_day_is_one_sentence(site: str, path: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as refusal:
        read_source(f"{site}{path}", timeout=0.5)
    assert "\n" not in str(refusal.value)


def test_a_site_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(SourceError, match="did not answer"):
            read_source(address, timeout=0.3)


def test_a_site_that_is_not_there_is_said_to_be_out_of_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        address = f"http://127.0.0.1:{gone.getsockname()[1]}/"
    with pytest.raises(SourceError, match="cannot be reached"):
        read_source(address, timeout=1)


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a.csv", "file:///etc/passwd", "data://a", "://"]
)
def test_only_files_and_web_addresses_are_sources(address: str) -> None:
    with pytest.raises(SourceError, match="neither a file nor an http or https address"):
        read_source(address, timeout=1)


@pytest.mark.parametrize("address", ["http://", "https://[broken/", "http://exa mple.org/"])
def test_a_mistyped_web_address_is_one_sentence(address: str) -> None:
    with pytest.raises(SourceError, match="cannot be re"):
        read_source(address, timeout=1)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"<!doctype html><p>Not found</p>", "is a web page"),
        ("zip,state,district\n".encode("utf-16"), "not UTF-8 text"),
        ("zip,état\n".encode("latin-1"), "not UTF-8 text"),
        (b"zip\x00,state", "not a text file"),
        (b"PK\x03\x04rest", "is a ZIP archive"),
        (b"\x1f\x8bnonsense", "damaged gzip"),
        (gzip.compress(TABLE, mtime=0)[:-4], "gzip file that breaks off"),
        (gzip.compress(b"", mtime=0), "is empty"),
    ],
)
def test_a_file_that_is_no_data_is_one_sentence(tmp_path: Path, body: bytes, reason: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(body)
    with pytest.raises(SourceError, match=reason) as refusal:
        read_source(str(path), timeout=1)
    assert "\n" not in str(refusal.value)


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerts.officials.importers.source.MAX_BYTES", 1000)
    path = tmp_path / "file"
    path.write_bytes(gzip.compress(b"0" * 100_000, mtime=0))
    with pytest.raises(SourceError, match="unpacks to far too much"):
        read_source(str(path), timeout=1)


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["import_officials", "import_districts"])
def test_a_missing_file_or_a_folder_ends_the_command(tmp_path: Path, command: str) -> None:
    with pytest.raises(CommandError, match="There is no file"):
        call_command(command, str(tmp_path / "nothing.json"))
    with pytest.raises(CommandError, match="is a folder"):
        call_command(command, str(tmp_path))
