"""Fetching a public file from the web."""

import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from .problems import SourceError

MAX_BYTES = 100_000_000
_CHUNK = 64 * 1024
# Only these, so that no redirect can lead to ftp: or to a file of this machine.
_HANDLERS = (
    ProxyHandler,
    HTTPHandler,
    HTTPSHandler,
    HTTPRedirectHandler,
    HTTPErrorProcessor,
    HTTPDefaultErrorHandler,
    UnknownHandler,
)


def fetch(url: str, *, timeout: float) -> bytes:
    """The body at ``url``, within ``timeout`` seconds in all; raises ``SourceError``."""
    try:
        return _download(url, timeout)
    except HTTPError as error:
        error.close()
        message = f"{url} answered {error.code} {error.reason}."
        raise SourceError(message) from error
    except TimeoutError as error:
        message = f"{url} did not answer in full within {timeout:g} seconds."
        raise SourceError(message) from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            message = f"{url} did not answer within {timeout:g} seconds."
        else:
            message = f"{url} cannot be reached: {error.reason}."
        raise SourceError(message) from error
    except (HTTPException, OSError, ValueError) as error:
        message = f"{url} cannot be read: {error or type(error).__name__}."
        raise SourceError(message) from error


def _download(url: str, timeout: float) -> bytes:
    deadline = time.monotonic() + timeout
    request = Request(url, headers={"User-Agent": "Altavoz", "Accept-Encoding": "gzip"})  # noqa: S310 - the opener below knows http and https only
    body = bytearray()
    with _opener().open(request, timeout=timeout) as response:
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > MAX_BYTES:
                message = f"{url} is larger than {MAX_BYTES // 1_000_000} MB."
                raise SourceError(message)
            if time.monotonic() > deadline:
                raise TimeoutError
        if response.length:
            message = f"{url} broke off before its end."
            raise SourceError(message)
    return bytes(body)


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener
