"""What a test asks of the database."""

import pytest
from django.db import connection


@pytest.fixture
def needs_postgresql() -> None:
    """SQLite lets one transaction write at a time: on it nothing happens at the same moment."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
