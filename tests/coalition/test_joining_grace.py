"""Whoever confirms at the last moment finds the entry still there."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from coalition.services import erase_unconfirmed
from tests.factories.coalition import PublishedStatementFactory
from tests.support.joined import joined

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("hours_late", "erased"), [(12, 0), (25, 1)])
def test_an_unconfirmed_entry_outlives_its_link_by_a_day(
    time_machine: Any, hours_late: int, erased: int
) -> None:
    joined(PublishedStatementFactory())

    late = timedelta(days=settings.CONFIRMATION_DAYS, hours=hours_late)
    time_machine.move_to(timezone.now() + late)

    assert erase_unconfirmed() == erased
