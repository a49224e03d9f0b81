"""A download that takes its time, for the web server as it is deployed."""

import time
from collections.abc import Callable, Iterator

SECONDS = 5
PIECES_PER_SECOND = 4


def application(environ: dict[str, str], start_response: Callable[..., object]) -> Iterator[bytes]:
    """A WSGI application that answers with numbered lines, one after another.

    The path says for how many seconds, ``SECONDS`` where it does not.
    """
    start_response("200 OK", [("Content-Type", "text/plain")])
    seconds = int(environ["PATH_INFO"].strip("/") or SECONDS)
    for number in range(seconds * PIECES_PER_SECOND):
        yield f"{number}\n".encode()
        time.sleep(1 / PIECES_PER_SECOND)
