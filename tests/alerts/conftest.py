"""What the tests of alerts share."""

import pytest

from coalition.models import Statement
from tests.support.database_fixtures import needs_postgresql
from tests.support.joining import joinable_statement
from tests.support.language_fixtures import english

__all__ = ["english", "needs_postgresql"]


@pytest.fixture
def statement(db: None) -> Statement:
    """One with a join form on its page, in every language."""
    return joinable_statement()
