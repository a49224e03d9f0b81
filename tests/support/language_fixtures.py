"""The language a test begins in."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language behind in the thread; every test begins in English."""
    with translation.override("en"):
        yield
