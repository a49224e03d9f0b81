"""What the tests of alerts share."""

from tests.support.database_fixtures import needs_postgresql
from tests.support.language_fixtures import english

__all__ = ["english", "needs_postgresql"]
