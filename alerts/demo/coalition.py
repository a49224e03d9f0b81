"""The demo's coalition: invented endorsers behind a statement of their own."""

from datetime import date
from pathlib import Path

from alerts.supporters.models import Organisation
from coalition.importing import keep_import, plan_import, read_file, take_over
from coalition.models import Statement

ENDORSERS = Path(__file__).parent / "endorsers.csv"
SINCE = date(2026, 3, 1)


def demo_statement(organisation: Organisation) -> Statement:
    """The statement; its page publishes the words and opens it."""
    return Statement.objects.create(name="Keep the promise", organisation=organisation)


def import_endorsers(statement: Statement) -> None:
    """Bring in the list as a member of staff would."""
    reading = read_file(ENDORSERS.name, ENDORSERS.read_bytes())
    batch = keep_import(reading, name=ENDORSERS.name, statement=statement, since=SINCE)
    plan = plan_import(reading.rows, statement=statement)
    take_over(batch_id=batch.pk, shown=plan.digest)
