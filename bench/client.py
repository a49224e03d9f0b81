"""A small load generator: several processes, each one request after another."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import quantiles

# (method, path, body, headers) of the request with this number.
Request = tuple[str, str, str | None, dict[str, str]]
MakeRequest = Callable[[int, int], Request]
HTTP_ERROR = 400


@dataclass(frozen=True, slots=True)
class Load:
    """What a burst of requests measured: ``rate`` per second, ``p50`` and ``p95`` in ms."""

    rate: float
    p50: float
    p95: float
    errors: int


def burst(port: int, make_request: MakeRequest, *, clients: int, seconds: float) -> Load:
    """Have ``clients`` ask a server on ``port`` for ``seconds`` and say how it went."""
    context = get_context("fork")
    with context.Pool(clients) as pool:
        jobs = [
            pool.apply_async(_client, (port, make_request, client, seconds))
            for client in range(clients)
        ]
        results = [job.get() for job in jobs]
    times = [elapsed for result, _errors in results for elapsed in result]
    errors = sum(count for _result, count in results)
    cuts = quantiles(times, n=20)
    return Load(len(times) / seconds, cuts[9] * 1000, cuts[18] * 1000, errors)


def _client(
    port: int, make_request: MakeRequest, client: int, seconds: float
) -> tuple[list[float], int]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times, errors, number = [], 0, 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        method, path, body, headers = make_request(client, number)
        begun = time.perf_counter()
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        response.read()
        times.append(time.perf_counter() - begun)
        errors += response.status >= HTTP_ERROR
        number += 1
    connection.close()
    return times, errors
