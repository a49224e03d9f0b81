"""What must be true once everything has come to rest."""

import time
from collections import Counter
from collections.abc import Iterator

from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from alerts.petitions.models import Petition, TallyEntry
from alerts.petitions.services import recount
from alerts.supporters.hashing import email_hash
from bench.durability.crowd import Crowd

LONGEST_REST = 120.0
TASK = "alerts.petitions.tasks.mail_confirmation"


def rest() -> None:
    """Wait until the worker has done what was queued, and folded what was counted."""
    connection.close()  # PostgreSQL may have restarted since
    waiting = DBTaskResult.objects.exclude(
        status__in=[TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    )
    end = time.monotonic() + LONGEST_REST
    while waiting.filter(task_path=TASK).exists() or TallyEntry.objects.exists():
        if time.monotonic() > end:
            raise TimeoutError("The worker did not come to rest.")
        time.sleep(0.5)


def faults(crowd: Crowd, petition: Petition) -> Iterator[str]:
    """A sentence for each promise that was broken."""
    told, silent = _hashes(crowd.told), _hashes(crowd.silent)
    everybody = _hashes(set(crowd.people))
    rows = Counter(petition.signatures.values_list("email_hash", flat=True))
    counted = Counter(
        petition.signatures.filter(state="counted").values_list("email_hash", flat=True)
    )
    yield from _unless_none(everybody - silent - told, "were never told that they count")
    yield from _unless_none(told - set(counted), "were told that they count, and do not")
    yield from _unless_none(set(counted) - told, "count and were not told so")
    yield from _unless_none(set(counted) & silent, "count without having confirmed")
    yield from _unless_none({key for key in rows if rows[key] > 1}, "have more than one signature")
    yield from _unless_none(everybody - set(rows), "have lost their signature")
    yield from _unless_none(set(crowd.people) - crowd.mailed, "got no mail")
    yield from _failed_tasks()
    yield from _wrong_numbers(petition, counted.total())


def _hashes(addresses: set[str]) -> set[str]:
    return {email_hash(address) for address in addresses}


def _unless_none(who: set[str], sentence: str) -> Iterator[str]:
    if who:
        yield f"{len(who)} {sentence}."


def _failed_tasks() -> Iterator[str]:
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count()
    if failed:
        yield f"{failed} tasks were given up."


def _wrong_numbers(petition: Petition, rows: int) -> Iterator[str]:
    """The tally, the rows and a fresh count must agree."""
    tally, afresh = Petition.objects.get(pk=petition.pk).count, recount(petition)
    if not tally == rows == afresh:
        yield f"The tally says {tally}, the rows are {rows}, counted afresh {afresh}."
