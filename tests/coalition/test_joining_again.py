"""An organization that has confirmed an entry may join once more in the same words."""

import pytest

from coalition.models import Contact
from coalition.services import confirm_join
from tests.factories.coalition import PublishedStatementFactory
from tests.support.joined import joined

pytestmark = pytest.mark.django_db


def test_an_equal_submit_after_confirming_is_an_entry_of_its_own() -> None:
    version = PublishedStatementFactory()
    first = joined(version)
    confirm_join(contact_id=first.pk)

    second = joined(version)

    assert second.endorser_id != first.endorser_id
    assert Contact.objects.get(pk=first.pk).state == Contact.State.CONFIRMED
    assert second.is_pending
