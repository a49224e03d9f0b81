"""Fixtures around the demo: every test finds it in the database, and leaves it there."""

import io
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase

from tests.support.demo_database import DemoDatabase


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the demo once; after a test that commits, put the database back to this moment."""
    with tempfile.TemporaryDirectory() as media, django_db_blocker.unblock():
        settings.MEDIA_ROOT = media
        call_command("load_demo", stdout=io.StringIO())
        if connection.vendor != "postgresql":
            yield
            return
        database = DemoDatabase()
        database.keep()
        flush = TransactionTestCase._fixture_teardown
        TransactionTestCase._fixture_teardown = lambda self: database.restore()
        yield
        TransactionTestCase._fixture_teardown = flush
        database.drop()


@pytest.fixture
def officials(db: None) -> None:
    """The fictional officials and their ZIP codes."""
    call_command("load_sample_officials", stdout=io.StringIO())
