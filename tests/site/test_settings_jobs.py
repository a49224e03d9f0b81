"""The jobs named in the settings are there."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

JOBS = dict(settings.PERIODIC_JOBS)


@pytest.mark.parametrize("path", JOBS)
def test_every_periodic_job_can_be_called_and_has_a_period(path: str) -> None:
    work: Callable[[], object] = import_string(path)
    assert callable(work)
    assert JOBS[path] > 0
