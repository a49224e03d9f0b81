"""Doing several things at the same moment."""

import threading
from collections.abc import Callable

from django.db import connections


def at_once(*verbs: Callable[[], object]) -> None:
    """Run the verbs in threads that start together; each has its own connection."""
    gate = threading.Barrier(len(verbs))
    failures: list[BaseException] = []

    def run(verb: Callable[[], object]) -> None:
        try:
            gate.wait()
            verb()
        except Exception as error:  # noqa: BLE001 - handed to the test's own thread
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(verb,)) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
