"""Listing of 2,000 endorsers: time against 20, queries, and bytes over the wire."""

import gzip
import time
from statistics import median
from typing import Any

from bench.endorsers import invent

FEW, MANY = 20, 2000
ROUNDS = 15


def main() -> None:
    """Print what the coalition's page costs with few endorsers and with many, uncached."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    address = _page()
    few, few_queries = _measured(client, address, FEW)
    many, many_queries = _measured(client, address, MANY)
    weight = len(gzip.compress(client.get(address).content))
    more = (many - few) / (MANY - FEW)
    print(f"{FEW} endorsers: {few * 1000:.0f} ms, {few_queries} queries")
    print(f"{MANY:,} endorsers: {many * 1000:.0f} ms, {many_queries} queries")
    print(f"Ratio: {many / few:.1f}; each endorser adds {more * 1_000_000:.0f} µs")
    print(f"Weight of the page: {weight / 1000:.1f} kB compressed")


def _page() -> str:
    from tests.factories.coalition import coalition_page, forget_demo_coalition

    forget_demo_coalition()
    return str(coalition_page().url)


def _measured(client: Any, address: str, number: int) -> tuple[float, int]:
    """The median time in seconds of the page with ``number`` endorsers, and its queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from coalition.models import Endorser

    Endorser.objects.all().delete()
    invent(number)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    asked = len(queries)
    times = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - begun)
    return median(times), asked
