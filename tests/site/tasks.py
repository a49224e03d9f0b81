"""Tasks that go well, go wrong, or are killed, for the worker's tests."""

import os
import time
from pathlib import Path

from django_tasks import task

done: list[str] = []


@task()
def note(word: str) -> None:
    """Leave a trace in this process."""
    done.append(word)


@task()
def refused(address: str) -> None:
    """Fail as a mail server does that repeats the address it refuses."""
    raise ConnectionRefusedError(f"{{'{address}': (550, b'no such user <{address}>')}}")


@task()
def leave() -> None:
    """Try to end the whole worker."""
    raise SystemExit(1)


@task()
def slow_at_first(journal: str) -> None:
    """Hang until killed when run for the first time; finish at the second."""
    lines = Path(journal)
    first = not lines.exists()
    with lines.open("a") as file:
        file.write(f"start {os.getpid()}\n")
    if first:
        time.sleep(60)
    with lines.open("a") as file:
        file.write("end\n")


def job() -> None:
    """A periodic job."""
    done.append("job")


def broken_job() -> None:
    """A periodic job that always fails."""
    raise RuntimeError("ana@example.org is not welcome")
