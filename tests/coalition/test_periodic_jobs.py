"""What the coalition promises to do by itself is done by the clock."""

import pytest
from django.conf import settings

HOUR, DAY = 60 * 60, 24 * 60 * 60


@pytest.mark.parametrize(
    ("job", "longest"),
    [
        ("coalition.services.mail_forgotten", HOUR),
        ("coalition.services.erase_unconfirmed", DAY),
        ("coalition.services.erase_contacts", DAY),
        ("coalition.importing.erase_stale_imports", DAY),
    ],
)
def test_the_clock_does_it_at_least_so_often(job: str, longest: int) -> None:
    assert 0 < dict(settings.PERIODIC_JOBS)[job] <= longest
