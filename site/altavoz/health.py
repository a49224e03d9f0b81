"""Whether the site can do its work: asked by load balancers and by whoever is on call."""

from datetime import datetime
from http import HTTPStatus

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Case, F, Max, When
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult, get_date_max

from altavoz.models import PeriodicJob


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """State of database, migrations and queue; 503 unless all of them can be told and are well."""
    try:
        state = measured()
    except DatabaseError:
        state = {"database": "unreachable"}
    well = state["database"] == "ok" and state.get("migrations") == "ok"
    return JsonResponse(state, status=HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)


def measured() -> dict[str, object]:
    """What the database tells; raises ``DatabaseError`` when it does not answer."""
    connection.ensure_connection()
    if pending_migrations():
        return {"database": "ok", "migrations": "pending"}
    return {
        "database": "ok",
        "migrations": "ok",
        "queue_age_seconds": queue_age_seconds(),
        "worker_seen_seconds": worker_seen_seconds(),
    }


def pending_migrations() -> int:
    """How many migrations of this version the database has not seen."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def queue_age_seconds() -> int:
    """How long the task that waits longest has been due."""
    due_since = Case(When(run_after=get_date_max(), then=F("enqueued_at")), default=F("run_after"))
    waiting = DBTaskResult.objects.ready().annotate(due_since=due_since).order_by("due_since")
    oldest: datetime | None = waiting.values_list("due_since", flat=True).first()
    return round((timezone.now() - oldest).total_seconds()) if oldest else 0


def worker_seen_seconds() -> int | None:
    """How long ago a worker last began a periodic job; nothing if none ever has."""
    last: datetime | None = PeriodicJob.objects.aggregate(at=Max("last_started_at"))["at"]
    return round((timezone.now() - last).total_seconds()) if last else None
