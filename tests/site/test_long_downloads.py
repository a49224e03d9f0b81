"""The web server as it is deployed lets a download take longer than gunicorn's patience."""

import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

from tests.postgres import ROOT
from tests.support.long_download import PIECES_PER_SECOND, SECONDS

PATIENCE = 2


def arguments() -> list[str]:
    """What the unit gives gunicorn, but for the application and where it listens."""
    unit = (ROOT / "deploy" / "altavoz-web.service").read_text()
    line = next(line for line in unit.splitlines() if line.startswith("ExecStart="))
    words = shlex.split(line)
    return words[words.index("altavoz.wsgi") + 1 :]


@contextmanager
def gunicorn() -> Iterator[int]:
    """The server, which answers with a download that lasts longer than its ``PATIENCE``."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "tests.support.long_download", *arguments()]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--timeout", str(PATIENCE)]
    process = subprocess.Popen(  # noqa: S603 - our own words
        command, cwd=ROOT, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError


def test_a_download_longer_than_the_servers_patience_arrives_whole() -> None:
    with gunicorn() as port:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/")
        lines = connection.getresponse().read().split()
        connection.close()
    assert len(lines) == SECONDS * PIECES_PER_SECOND > PATIENCE * PIECES_PER_SECOND
