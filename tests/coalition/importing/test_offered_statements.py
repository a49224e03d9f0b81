"""A list is brought only behind statements that are still in use."""

import pytest
from django.test import Client
from django.utils import timezone

from coalition.models import ImportBatch
from tests.factories.coalition import StatementFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/coalition/imports/add/"


def test_nobody_is_put_behind_an_archived_statement(organizer: Client) -> None:
    statement = StatementFactory(name="Long ago", archived_at=timezone.now())
    form = {"status": "approved", "text": "OHIO\nHill House", "statement": statement.pk}

    page = organizer.post(ADD, form)

    assert "Long ago" not in page.content.decode()
    assert "statement" in page.context["form"].errors
    assert not ImportBatch.objects.filter(statement=statement).exists()
