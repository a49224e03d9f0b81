"""What the tests of alerts share."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import translation


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language behind in the thread; every test begins in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def needs_postgresql() -> None:
    """SQLite lets one transaction write at a time: on it nothing happens at the same moment."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
