"""A file of all of Congress, and the command that imports it."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.factories.officials import whole_congress, write_congress


@pytest.fixture
def people() -> list[dict[str, Any]]:
    """Everybody a complete file lists, to be spoilt by the test."""
    return whole_congress()


@pytest.fixture
def load_officials(tmp_path: Path) -> Callable[..., str]:
    """Import people as the operator would; give what the command says."""

    def load(people: list[dict[str, Any]], **options: object) -> str:
        told = StringIO()
        path = write_congress(tmp_path, people)
        call_command("import_officials", str(path), stdout=told, stderr=told, **options)
        return told.getvalue()

    return load
