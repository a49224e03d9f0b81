"""An alert page: built anew for every reader, and from the whole-page cache."""

from statistics import median

from bench.client import Request, burst
from bench.site import serving

PAGE = "/es/alerts/bring-them-home/"
ROUNDS = 4


def ask(client: int, number: int) -> Request:
    """One reader's request."""
    return "GET", PAGE, None, {"Host": "127.0.0.1"}


def main() -> None:
    """Print both rates and their ratio, taken within each round."""
    rows = []
    with serving(0) as plain, serving(60) as cached:
        for _round in range(ROUNDS):
            built = burst(plain, ask, clients=8, seconds=2)
            kept = burst(cached, ask, clients=8, seconds=2)
            rows.append((built, kept))
    assert not any(load.errors for row in rows for load in row), "a page answered with an error"  # noqa: S101 - a benchmark of errors is worthless
    ratios = [kept.rate / built.rate for built, kept in rows]
    print(
        f"Alert page uncached: {median(row[0].rate for row in rows):.0f} pages/s,"
        f" p50 {median(row[0].p50 for row in rows):.1f} ms"
    )
    print(
        f"Alert page whole-page cached: {median(row[1].rate for row in rows):.0f} pages/s,"
        f" p50 {median(row[1].p50 for row in rows):.1f} ms"
    )
    print(
        f"Cached over uncached: {median(ratios):.1f}"
        f" (rounds {min(ratios):.1f} to {max(ratios):.1f})"
    )
