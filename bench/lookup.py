"""Looking up every ZIP code, against one bare indexed SELECT on the same connection."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import django
from django.core.management import call_command
from django.db import connection
from django.test.runner import DiscoverRunner

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("ALTAVOZ_REAL_DATA", ROOT.parent / "shared" / "data"))
ROUNDS = 3


def main() -> None:
    """Fill a database of its own and print how long a look-up takes, over all ZIP codes."""
    told = _load_data()
    zips = _all_zips()
    print(f"{told}: {len(zips):,} ZIP codes, {connection.vendor}")
    _measure(zips)


def _measure(zips: list[str]) -> None:
    from alerts.officials.lookup import look_up

    for zip_code in zips[:200]:
        look_up(zip_code)
        _bare_select(zip_code)
    ratios = []
    for _round in range(ROUNDS):
        ours, bare = _timed(look_up, zips), _timed(_bare_select, zips)
        ratios.append(median(ours) / median(bare))
        print(f"look_up p50 {median(ours):.2f} ms, p95 {_p95(ours):.2f} ms; ", end="")
        print(f"SELECT p50 {median(bare):.2f} ms, p95 {_p95(bare):.2f} ms")
    print(f"ratio of the medians: {median(ratios):.1f} ({min(ratios):.1f}-{max(ratios):.1f})")


def _timed(answer: Callable[[str], object], zips: list[str]) -> list[float]:
    times = []
    for zip_code in zips:
        start = time.perf_counter()
        answer(zip_code)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _bare_select(zip_code: str) -> object:
    """The least any answer from this table can cost."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, district FROM officials_zipdistrict WHERE zip = %s", [zip_code]
        )
        return cursor.fetchall()


def _load_data() -> str:
    """Import the public files, or as many invented rows where they are not at hand."""
    officials = DATA / "congress-legislators" / "legislators-current.json"
    districts = DATA / "zip-districts" / "zip_cd119.csv"
    told = "public data"
    if not (officials.exists() and districts.exists()):
        officials, districts = _invented()
        told = "invented data"
    with open(os.devnull, "w") as nowhere:
        call_command("import_officials", str(officials), stdout=nowhere, stderr=nowhere)
        call_command("import_districts", str(districts), stdout=nowhere, stderr=nowhere)
    return told


def _invented() -> tuple[Path, Path]:
    """Files of the size and shape of the public ones."""
    from tests.factories.officials import whole_congress, write_congress

    folder = Path(tempfile.mkdtemp(prefix="altavoz-lookup-"))
    people = whole_congress()
    seats = [person["terms"][-1] for person in people if person["terms"][-1]["type"] == "rep"]
    rows = []
    for number in range(33_791):
        # as in the public table, a sixth of the ZIP codes lie in two districts
        for part in range(2 if number % 6 == 0 else 1):
            seat = seats[(number + part) % len(seats)]
            rows.append(f"{number:05},{seat['state']},{seat['district']}")
    table = folder / "zips.csv"
    table.write_text("\n".join(["zip,state,district", *rows]) + "\n")
    return write_congress(folder, people), table


def _all_zips() -> list[str]:
    from alerts.officials.models import ZipDistrict

    return list(ZipDistrict.objects.order_by("zip").values_list("zip", flat=True).distinct())


def _alone() -> None:
    """Run without the other benchmarks, on a database made for it and thrown away."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "altavoz.settings.test"
    django.setup()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        main()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    _alone()
