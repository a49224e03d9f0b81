"""Whether a contact writes from the website's domain, however either came."""

import pytest

from coalition.importing import undo_import
from coalition.models import Contact
from tests.support.lists import bring, csv_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

HILL = {
    "place": "Ohio",
    "name": "Hill House",
    "website": "https://hill.example.org",
    "contact_name": "Bo Okafor",
    "contact_email": "bo@hill.example.org",
}


def matches() -> bool | None:
    return Contact.objects.get().domain_matches


@pytest.mark.parametrize(
    ("website", "expected"),
    [("https://hill.example.org", True), ("https://lake.example.com", False), ("", None)],
)
def test_a_contact_that_is_imported_is_looked_at(website: str, expected: bool | None) -> None:
    bring(csv_of({**HILL, "website": website}))
    assert matches() is expected


def test_it_is_looked_at_again_when_the_website_changes_and_changes_back() -> None:
    bring(csv_of(HILL))
    batch = bring(csv_of({**HILL, "website": "https://lake.example.com"}))
    assert matches() is False
    undo_import(batch_id=batch.pk)
    assert matches() is True
