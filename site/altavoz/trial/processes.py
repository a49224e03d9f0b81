"""Web server and worker side by side: started, watched and stopped together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from django.conf import settings

PATIENCE_SECONDS = 15
LOOK_SECONDS = 0.2

Say = Callable[[str], object]


def commands(port: int) -> dict[str, list[str]]:
    """The command lines of both processes."""
    gunicorn = [
        *("-m", "gunicorn", "altavoz.wsgi", "--bind", f"127.0.0.1:{port}"),
        *("--workers", "2", "--log-level", "warning", "--forwarded-allow-ips", ""),
        *("--pythonpath", ",".join([str(settings.ROOT), str(settings.ROOT / "site")])),
    ]
    worker = ["manage.py", "worker"]
    return {
        "web server": [sys.executable, *gunicorn],
        "worker": [sys.executable, *worker],
    }


class Pair:
    """The running processes by name; leaving the ``with`` block stops them."""

    def __init__(self, commands: dict[str, list[str]], say: Say) -> None:
        self.commands = commands
        self.say = say
        self.stopping = False
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def serve(self) -> int:
        """Run until Ctrl-C, SIGTERM or the end of one process; 0 if it was stopped, else 1."""
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, self.stop)
        try:
            self.start()
            return self.watch()
        finally:
            self.end()

    def start(self) -> None:
        """Start both, each out of reach of the terminal's Ctrl-C: it is passed on once."""
        for name, command in self.commands.items():
            self.running[name] = subprocess.Popen(  # noqa: S603 - our own words
                command, cwd=settings.ROOT, env=environment(), start_new_session=True
            )

    def watch(self) -> int:
        """Wait for the end, whoever brings it."""
        while not self.stopping:
            for name, process in self.running.items():
                if process.poll() is not None:
                    self.say(f"The {name} ended by itself (code {process.returncode}).\n")
                    return 1
            time.sleep(LOOK_SECONDS)
        return 0

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Let ``watch`` come to its end."""
        self.stopping = True

    def end(self) -> None:
        """Stop what still runs: gently first, then for good."""
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + PATIENCE_SECONDS
        for process in self.running.values():
            try:
                process.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def environment() -> dict[str, str]:
    """The environment of this process, with the settings it runs under."""
    return {**os.environ, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
