"""What the pages around an import tell of who is on the list, and of when what was done."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from coalition.importing import undo_import
from coalition.models import ImportBatch
from tests.factories.coalition import EndorserFactory
from tests.support.lists import HILL, LAKE, bring, csv_of, preview

pytestmark = pytest.mark.django_db
REMARK = "(for identification purposes only)"


def page_of(client: Client, batch: ImportBatch) -> str:
    page = client.get(reverse("coalition_import", args=[batch.pk]))
    return " ".join(page.content.decode().split())


def previewed(client: Client, *rows: dict[str, str], **terms: Any) -> str:
    """The page that shows what a list would do."""
    batch, _plan = preview(csv_of(*rows), by=User.objects.get(username="admin"), **terms)
    return page_of(client, batch)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("approved", "they are approved and public at once."),
        ("confirmed", "they wait in the register and are public only when somebody approves them."),
    ],
)
def test_the_preview_says_whether_those_who_are_new_become_public(
    admin: Client, status: str, sentence: str
) -> None:
    assert sentence in previewed(admin, HILL, status=status)


def test_where_nobody_is_new_nothing_is_said_of_becoming_public(admin: Client) -> None:
    EndorserFactory(name="Lake Union", national=True, city="")

    assert "Once the list is taken over" not in previewed(admin, LAKE)


def test_the_preview_marks_whom_the_list_has_for_identification_only(admin: Client) -> None:
    page = previewed(
        admin,
        {**HILL, "identification_only": "1"},
        {**HILL, "name": "Lake House", "identification_only": "0"},
    )

    assert f"<bdi>Hill House</bdi> {REMARK}" in page
    assert page.count(REMARK) == 1


def test_the_preview_marks_persons_with_an_affiliation_and_who_is_marked_already(
    admin: Client,
) -> None:
    EndorserFactory(name="Hill House", places=["OH"], identification_only=True)
    ana = {"place": "Ohio", "name": "Ana Ruiz", "person": "1", "affiliation": "Judge", "city": ""}

    page = previewed(admin, ana, {"place": "Ohio", "name": "Hill House", "city": "Akron"})

    assert f"<bdi>Ana Ruiz</bdi> {REMARK}" in page
    assert f"<bdi>Hill House</bdi> {REMARK}" in page


def test_no_date_ends_in_two_stops(admin: Client) -> None:
    batch = bring(csv_of(HILL))
    undo_import(batch_id=batch.pk)

    page = page_of(admin, batch)

    assert "This import was undone." in page
    assert "<dt>Undone</dt>" in page
    assert ".m.." not in page
