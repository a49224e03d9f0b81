"""What the tests of the site's own machinery share."""

import pytest
from django_tasks_db.models import DBTaskResult

from altavoz.models import PeriodicJob


@pytest.fixture
def empty_queue(db: None) -> None:
    """No task is left over from the loading of the demo, and no worker has been seen."""
    DBTaskResult.objects.all().delete()
    PeriodicJob.objects.all().delete()
