"""Import of 2,000 endorsers: how long it takes, and against 200."""

import csv
import io
import time
from itertools import cycle
from statistics import median

MANY, FEW, ROUNDS = 2_000, 200, 5


def main() -> None:
    """Print the seconds from a file to the register, and how they grow with the rows."""
    from django.db import connection

    _import(FEW)
    rounds = [(_import(MANY), _import(FEW)) for _round in range(ROUNDS)]
    many = median(seconds for seconds, _few in rounds)
    ratios = [seconds / few for seconds, few in rounds]
    print(f"{MANY:,} rows: {many:.2f} s ({connection.vendor}; goal: under 10 s)")
    print(
        f"{MANY:,} over {FEW} rows: {median(ratios):.1f}"
        f" (rounds {min(ratios):.1f} to {max(ratios):.1f}; {MANY // FEW} is linear)"
    )


def _import(rows: int) -> float:
    """Seconds for reading, looking over and taking over; the register is as before after it."""
    from coalition.importing import keep_import, plan_of, read_file, take_over, undo_import

    data = _list(rows)
    start = time.perf_counter()
    batch = keep_import(read_file("list.csv", data), name="list.csv")
    take_over(batch_id=batch.pk, shown=plan_of(batch).digest)
    seconds = time.perf_counter() - start
    undone = undo_import(batch_id=batch.pk)
    assert undone.removed == rows, "an endorser was not imported"  # noqa: S101 - a benchmark of errors is worthless
    return seconds


def _list(rows: int) -> bytes:
    """A file with every column that people fill in."""
    from alerts.officials.states import STATES

    places = cycle(["NATIONAL", *STATES])
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["place", "name", "city", "kind", "languages", "website", "note_en", "contact_email"]
    )
    for number in range(rows):
        writer.writerow(
            [
                next(places),
                f"Río Neighbors No. {number}",
                "Springfield",
                "legal",
                "en; es",
                f"https://river{number}.example.org",
                "Since 1994",
                f"director@river{number}.example.org",
            ]
        )
    return out.getvalue().encode()
