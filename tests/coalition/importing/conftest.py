"""What the tests of imports share."""

import pytest

from coalition.models import ImportBatch


@pytest.fixture(autouse=True)
def _no_import_before(request: pytest.FixtureRequest) -> None:
    """The demo's own list came by an import; these tests begin with none."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        ImportBatch.objects.all().delete()
